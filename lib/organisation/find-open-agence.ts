import type { Queryable } from "@/db/client";
import { type AgenceRow, findAgenceById } from "./agence-store";

/** An agency that takes new people; undefined when absent or closed. For operations of higher slices. */
export async function findOpenAgence(db: Queryable, id: number): Promise<AgenceRow | undefined> {
  const agence = await findAgenceById(db, id);
  return agence?.actif ? agence : undefined;
}
