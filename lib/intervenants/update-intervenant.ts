import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { personPrints } from "@/lib/foundation/person-search";
import { activiteIdsOf, checkAccount, contratValues } from "./intervenant-values";
import { presentIntervenant } from "./present";
import { intervenantPatch } from "./schemas";
import {
  findIntervenant,
  lockIntervenant,
  replaceCompetences,
  replaceSecteurs,
  updateIntervenantRow,
} from "./store";

/** Changes an intervenant's file. Throws `notFound`, `preconditionFailed`, `unknownActivity`, `validation`. */
export const updateIntervenant = command({
  name: "intervenant.update",
  input: intervenantPatch,
  run: async ({ db, input, ctx, scope }) => {
    const { id, version, competences, secteurs, contrat, embauche_le, utilisateur_id, ...person } = input;
    const before = await lockIntervenant(db, scope, id);
    if (!before) throw new Refused("notFound");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    await checkAccount(db, scope, utilisateur_id, before);
    const after = { ...before, ...defined(person) };
    await updateIntervenantRow(
      db,
      id,
      {
        ...person,
        ...(contrat && contratValues(contrat)),
        embaucheLe: embauche_le,
        utilisateurId: utilisateur_id,
        ...personPrints("intervenants", after, [after.matricule]),
      },
      ctx.now,
    );
    if (competences) await replaceCompetences(db, id, await activiteIdsOf(db, competences));
    if (secteurs) await replaceSecteurs(db, id, [...new Set(secteurs)]);
    const row = await findIntervenant(db, scope, id);
    if (!row) throw new Refused("notFound");
    const { id: _id, version: _version, ...given } = input;
    return {
      change: {
        objet: { type: "intervenant", id, version: row.version },
        agenceId: before.agenceId,
        data: { fields: Object.keys(defined(given)).sort(), actif: row.actif },
      },
      result: presentIntervenant(row, ctx),
    };
  },
});

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
