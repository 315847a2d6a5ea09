import { and, asc, desc, eq, inArray, not, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { abonnementsPush } from "@/db/schema/notifications";
import { utilisateurs } from "@/db/schema/organisation";
import { notifications } from "@/db/schema/suivi";
import { withdrawn } from "@/lib/foundation/consents";

export type PushRow = typeof abonnementsPush.$inferSelect;

const table = abonnementsPush;

/** A person's browsers, oldest first. */
export function selectPush(db: Queryable, utilisateurId: number): Promise<PushRow[]> {
  return db
    .select()
    .from(table)
    .where(eq(table.utilisateurId, utilisateurId))
    .orderBy(asc(table.id))
    .limit(50);
}

/** The browsers of each of these people; those without one, or who withdrew their consent, are left out. */
export async function findDevices(
  db: Queryable,
  accounts: readonly number[],
): Promise<Map<number, number[]>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .select({ id: table.id, utilisateurId: table.utilisateurId })
    .from(table)
    .leftJoin(clients, eq(clients.utilisateurId, table.utilisateurId))
    .where(and(inArray(table.utilisateurId, [...accounts]), not(withdrawn("rappels_push", clients.id))));
  const devices = new Map<number, number[]>();
  for (const { id, utilisateurId } of rows)
    devices.set(utilisateurId, [...(devices.get(utilisateurId) ?? []), id]);
  return devices;
}

type NewPush = typeof table.$inferInsert;

/**
 * Keeps a browser's address; one that is known already goes to whoever uses that browser now. Beyond `most`, the
 * person's oldest are forgotten.
 */
export async function savePush(tx: Tx, values: NewPush, most: number): Promise<PushRow> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('abonnements_push'), ${values.utilisateurId}::integer)`,
  );
  const { utilisateurId, cleP256dh, cleAuth, appareil } = values;
  const rows = await tx
    .insert(table)
    .values(values)
    .onConflictDoUpdate({ target: table.adresse, set: { utilisateurId, cleP256dh, cleAuth, appareil } })
    .returning();
  const kept = tx
    .select({ id: table.id })
    .from(table)
    .where(eq(table.utilisateurId, utilisateurId))
    .orderBy(desc(table.id))
    .limit(most);
  await tx
    .delete(table)
    .where(and(eq(table.utilisateurId, utilisateurId), sql`${table.id} not in (${kept.getSQL()})`));
  return rows[0] as PushRow;
}

/** Forgets one of the person's own; false when it is absent or somebody else's. */
export async function deletePush(tx: Tx, id: number, utilisateurId: number): Promise<boolean> {
  const rows = await tx
    .delete(table)
    .where(and(eq(table.id, id), eq(table.utilisateurId, utilisateurId)))
    .returning({ id: table.id });
  return rows.length > 0;
}

/** Notes what came of a message: it arrived, or nobody is there any more. */
export async function settlePush(tx: Tx, id: number, outcome: { arrivedAt: Date } | "gone"): Promise<void> {
  if (outcome === "gone") await tx.delete(table).where(eq(table.id, id));
  else await tx.update(table).set({ dernierSuccesLe: outcome.arrivedAt }).where(eq(table.id, id));
}

/** A browser with its owner, as long as the account is open. */
export async function findPush(db: Queryable, id: number) {
  const rows = await db
    .select({ abonnement: table, langue: utilisateurs.langue, role: utilisateurs.role })
    .from(table)
    .innerJoin(utilisateurs, and(eq(utilisateurs.id, table.utilisateurId), eq(utilisateurs.actif, true)))
    .where(eq(table.id, id));
  return rows[0];
}

/** One notice of a person; undefined once it is gone. */
export async function findNotice(db: Queryable, id: number, utilisateurId: number) {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, id), eq(notifications.utilisateurId, utilisateurId)));
  return rows[0];
}
