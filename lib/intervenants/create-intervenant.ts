import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { personPrints } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { activiteIdsOf, checkAccount, contratValues } from "./intervenant-values";
import { presentIntervenant } from "./present";
import { intervenantBody } from "./schemas";
import {
  findIntervenant,
  insertIntervenant,
  nextIntervenantId,
  replaceCompetences,
  replaceSecteurs,
} from "./store";

/**
 * Opens an intervenant's file in one of the caller's agencies; without `matricule`, one is made of its number.
 * Throws `validation` on agence_id or utilisateur_id, `unknownActivity` on competences.
 */
export const createIntervenant = command({
  name: "intervenant.create",
  input: intervenantBody,
  run: async ({ db, input, ctx, scope }) => {
    const { agence_id, competences, secteurs, contrat, embauche_le, utilisateur_id, ...person } = input;
    const agenceId = agenceFor(scope, agence_id);
    const [activiteIds] = await Promise.all([
      activiteIdsOf(db, competences),
      checkAccount(db, scope, utilisateur_id, { agenceId }),
    ]);
    const id = await nextIntervenantId(db);
    const matricule = person.matricule || `M${String(id).padStart(5, "0")}`;
    await insertIntervenant(db, {
      ...person,
      ...contratValues(contrat),
      id,
      matricule,
      agenceId,
      utilisateurId: utilisateur_id,
      embaucheLe: embauche_le,
      ...personPrints("intervenants", person, [matricule]),
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    await replaceCompetences(db, id, activiteIds);
    await replaceSecteurs(db, id, [...new Set(secteurs)]);
    const row = await findIntervenant(db, scope, id);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "intervenant", id, version: 1 }, agenceId, data: { competences } },
      result: presentIntervenant(row, ctx),
    };
  },
});

/** The agency asked for, or the caller's only one. */
function agenceFor(scope: Scope, asked: number | undefined): number {
  const only = scope.agenceIds.length === 1 ? scope.agenceIds[0] : undefined;
  const agenceId = asked ?? only;
  if (agenceId === undefined) throw refuseField("validation", "agence_id");
  if (scope.reach === "agence" && !scope.agenceIds.includes(agenceId))
    throw refuseField("validation", "agence_id");
  return agenceId;
}
