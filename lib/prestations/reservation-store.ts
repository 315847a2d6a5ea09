import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reservations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";

export type HoldRow = Plain<typeof reservations>;
type NewHold = PlainInsert<typeof reservations>;

export async function insertHold(tx: Tx, values: NewHold): Promise<number> {
  const rows = await tx
    .insert(reservations)
    .values(await sealRows(tx, reservations, [values]))
    .returning({ id: reservations.id });
  return (rows[0] as { id: number }).id;
}

/** Locks the waiting or accepted reservation of a visit whose row is already locked; undefined when it has none. */
export async function lockActiveHold(tx: Tx, prestationId: number): Promise<HoldRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(reservations))
      .from(reservations)
      .where(
        and(
          eq(reservations.prestationId, prestationId),
          inArray(reservations.statut, ["demandee", "acceptee"]),
        ),
      )
      .orderBy(desc(reservations.id))
      .for("update"),
  );
  return rows[0];
}

/** Writes a reservation and returns its new version. */
export async function updateHold(tx: Tx, id: number, values: Partial<HoldRow>, now: Date): Promise<number> {
  const sealed = await sealChanges(tx, reservations, { id }, values);
  const rows = await tx
    .update(reservations)
    .set({ ...sealed, version: sql`${reservations.version} + 1`, modifieLe: now })
    .where(eq(reservations.id, id))
    .returning({ version: reservations.version });
  return (rows[0] as { version: number }).version;
}
