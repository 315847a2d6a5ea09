import type { Queryable } from "@/db/client";
import { refuseField } from "@/lib/foundation/errors";
import { findActivitesByCode, listActiveCodes, roleOfAccount } from "./store";

/** Activities of the codes. Throws `unknownActivity` on competences, with the codes that exist. */
export async function activiteIdsOf(db: Queryable, codes: readonly string[]): Promise<number[]> {
  const wanted = [...new Set(codes)];
  const found = await findActivitesByCode(db, wanted);
  if (found.length === wanted.length) return found.map(({ id }) => id);
  const accepted = await listActiveCodes(db);
  throw refuseField("unknownActivity", "competences", { accepted: accepted.join(", ") });
}

/** An account may be linked only when it is an intervenant's. Throws `validation` on utilisateur_id. */
export async function checkAccount(db: Queryable, utilisateurId: number | null | undefined): Promise<void> {
  if (!utilisateurId) return;
  if ((await roleOfAccount(db, utilisateurId)) !== "intervenant")
    throw refuseField("validation", "utilisateur_id");
}

type Contrat = { type: "cdi" | "cdd" | "interim" | "independant"; heures_semaine: number };

export const contratValues = ({ type, heures_semaine }: Contrat) => ({
  contratType: type,
  contratMinutesSemaine: Math.round(heures_semaine * 60),
});
