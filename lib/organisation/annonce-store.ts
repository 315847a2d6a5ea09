import { lt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { annoncesFaites } from "@/db/schema/notifications";

/** Adds these names; returns those that were new. */
export async function insertAnnonces(db: Queryable, cles: readonly string[], now: Date): Promise<string[]> {
  if (cles.length === 0) return [];
  const rows = await db
    .insert(annoncesFaites)
    .values(cles.map((cle) => ({ cle, creeLe: now })))
    .onConflictDoNothing({ target: annoncesFaites.cle })
    .returning({ cle: annoncesFaites.cle });
  return rows.map(({ cle }) => cle);
}

/** Forgets what was told before `before`. */
export async function forgetAnnonces(db: Queryable, before: Date): Promise<number> {
  const rows = await db
    .delete(annoncesFaites)
    .where(lt(annoncesFaites.creeLe, before))
    .returning({ cle: annoncesFaites.cle });
  return rows.length;
}
