import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { personPrints } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { activiteIdsOf, contratValues } from "./intervenant-values";
import { intervenantPatch } from "./schemas";
import {
  type IntervenantRow,
  lockIntervenant,
  replaceCompetences,
  replaceSecteurs,
  updateIntervenantRow,
} from "./store";

type Patch = Omit<z.output<typeof intervenantPatch>, "id" | "version">;

/**
 * Writes a change of a file whose row is locked; returns the names of what was given. Throws `unknownActivity`.
 */
export async function changeIntervenant(
  tx: Tx,
  before: IntervenantRow,
  patch: Patch,
  now: Date,
): Promise<string[]> {
  const { competences, secteurs, contrat, embauche_le, utilisateur_id, ...person } = patch;
  const after = { ...before, ...defined(person) };
  await updateIntervenantRow(
    tx,
    before.id,
    {
      ...person,
      ...(contrat && contratValues(contrat)),
      embaucheLe: embauche_le,
      utilisateurId: utilisateur_id,
      ...personPrints("intervenants", after, [after.matricule]),
    },
    now,
  );
  if (competences) await replaceCompetences(tx, before.id, await activiteIdsOf(tx, competences));
  if (secteurs) await replaceSecteurs(tx, before.id, [...new Set(secteurs)]);
  return Object.keys(defined(patch)).sort();
}

/**
 * The same for a change that was written down earlier: read anew by the schema of the edit, which may have grown
 * stricter. Returns the file as it was. Throws `notFound` out of reach, `clientErased` once erased, `validation`.
 */
export async function correctIntervenant(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  id: number,
  kept: object,
): Promise<IntervenantRow> {
  const before = await lockIntervenant(tx, scope, id);
  if (!before) throw new Refused("notFound");
  if (before.effaceLe) throw refuseField("clientErased", "id");
  const read = intervenantPatch.safeParse({ ...kept, id });
  if (!read.success) throw refuseField("validation", "changements");
  const { id: _id, version: _version, ...patch } = read.data;
  await changeIntervenant(tx, before, patch, ctx.now);
  return before;
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
