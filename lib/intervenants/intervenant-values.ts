import type { Queryable } from "@/db/client";
import { refuseField } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { findActivitesByCode, findLinkable, listActiveCodes } from "./store";

/** Activities of the codes. Throws `unknownActivity` on competences, with the codes that exist. */
export async function activiteIdsOf(db: Queryable, codes: readonly string[]): Promise<number[]> {
  const wanted = [...new Set(codes)];
  const found = await findActivitesByCode(db, wanted);
  if (found.length === wanted.length) return found.map(({ id }) => id);
  const accepted = await listActiveCodes(db);
  throw refuseField("unknownActivity", "competences", { accepted: accepted.join(", ") });
}

/**
 * An account may be linked only when it is an intervenant's, free, and of no agency or of this one (an admin links any).
 * Throws `validation` on utilisateur_id, the same whether it is another's or does not exist.
 */
export async function checkAccount(
  db: Queryable,
  scope: Scope,
  utilisateurId: number | null | undefined,
  file: { agenceId: number; id?: number },
): Promise<void> {
  if (!utilisateurId) return;
  const account = await findLinkable(db, utilisateurId);
  const free = account?.intervenantId === null || account?.intervenantId === file.id;
  const near = scope.reach === "all" || isNear(account?.agenceIds ?? [], file.agenceId);
  if (account?.role !== "intervenant" || !free || !near) throw refuseField("validation", "utilisateur_id");
}

const isNear = (agenceIds: readonly number[], agenceId: number) =>
  agenceIds.length === 0 || agenceIds.includes(agenceId);

type Contrat = { type: "cdi" | "cdd" | "interim" | "independant"; heures_semaine: number };

export const contratValues = ({ type, heures_semaine }: Contrat) => ({
  contratType: type,
  contratMinutesSemaine: Math.round(heures_semaine * 60),
});
