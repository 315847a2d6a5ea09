import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { intervenants } from "@/db/schema/intervenants";
import { opened, toOpen } from "@/db/vault/open";

/** Family names of an agency's active intervenants, by id. */
export async function namesOf(db: Queryable, agenceId: number): Promise<Map<number, string>> {
  const rows = await opened(
    db,
    db
      .select({ id: intervenants.id, nom: toOpen(intervenants.nom) })
      .from(intervenants)
      .where(and(eq(intervenants.agenceId, agenceId), eq(intervenants.actif, true))),
  );
  return new Map(rows.map(({ id, nom }) => [id, nom]));
}
