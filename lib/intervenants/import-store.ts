import { inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { competences, intervenants, secteurs } from "@/db/schema/intervenants";
import type { PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import type { Scope } from "@/lib/foundation/policy";
import { intervenantsWithin } from "./store";

/** Who is in these agencies, with what names them. */
export async function selectNames(db: Queryable, agenceIds: readonly number[]) {
  if (agenceIds.length === 0) return [];
  const { id, agenceId, emailEmpreinte, matricule } = intervenants;
  return db
    .select({ id, agenceId, emailEmpreinte, matricule })
    .from(intervenants)
    .where(inArray(agenceId, [...agenceIds]));
}

/** Everybody within reach, by registration number. */
export async function selectMatricules(db: Queryable, scope: Scope) {
  const { id, agenceId, matricule } = intervenants;
  return db.select({ id, agenceId, matricule }).from(intervenants).where(intervenantsWithin(scope));
}

/** The numbers that the next `count` people will carry. */
export async function nextIntervenantIds(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('intervenants', 'id')) as id from generate_series(1, ${count}::integer)`,
  );
  return rows.map(({ id }) => Number(id));
}

export async function insertIntervenantRows(
  tx: Tx,
  values: PlainInsert<typeof intervenants>[],
): Promise<void> {
  await tx.insert(intervenants).values(await sealRows(tx, intervenants, values));
}

export async function insertSkills(
  tx: Tx,
  skills: (typeof competences.$inferInsert)[],
  zones: (typeof secteurs.$inferInsert)[],
): Promise<void> {
  if (skills.length > 0) await tx.insert(competences).values(skills);
  if (zones.length > 0) await tx.insert(secteurs).values(zones);
}
