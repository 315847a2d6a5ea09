import { eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { factures, fichiers } from "@/db/schema/factures";
import { opened, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";

/** Contents of stored documents by id. */
export async function loadFichiers(db: Queryable, ids: readonly number[]): Promise<Map<number, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const rows = await opened(
    db,
    db
      .select({ id: fichiers.id, contenu: toOpen(fichiers.contenu) })
      .from(fichiers)
      .where(inArray(fichiers.id, [...ids])),
  );
  return new Map(rows.map((row) => [row.id, row.contenu]));
}

export async function storeFichier(
  tx: Tx,
  factureId: number,
  values: PlainInsert<typeof fichiers>,
  now: Date,
): Promise<number> {
  const rows = await tx
    .insert(fichiers)
    .values(await sealRows(tx, fichiers, [values]))
    .returning({ id: fichiers.id });
  const id = (rows[0] as { id: number }).id;
  await tx
    .update(factures)
    .set({ fichierId: id, version: sql`${factures.version} + 1`, modifieLe: now })
    .where(eq(factures.id, factureId));
  return id;
}
