import { eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { utilisateurs } from "@/db/schema/organisation";

export type UtilisateurRow = typeof utilisateurs.$inferSelect;

/** `email` in lower case. */
export async function findAccountByEmail(db: Queryable, email: string): Promise<UtilisateurRow | undefined> {
  const rows = await db.select().from(utilisateurs).where(eq(utilisateurs.email, email));
  return rows[0];
}

export async function findAccountById(db: Queryable, id: number): Promise<UtilisateurRow | undefined> {
  const rows = await db.select().from(utilisateurs).where(eq(utilisateurs.id, id));
  return rows[0];
}

/** The new account's id, or undefined when the e-mail has one already. */
export async function insertAccount(
  tx: Tx,
  values: typeof utilisateurs.$inferInsert,
): Promise<number | undefined> {
  const rows = await tx
    .insert(utilisateurs)
    .values(values)
    .onConflictDoNothing({ target: utilisateurs.email })
    .returning({ id: utilisateurs.id });
  return rows[0]?.id;
}

/** Writes `values` and returns the new version. */
export async function updateAccount(
  tx: Tx,
  id: number,
  values: Partial<UtilisateurRow>,
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(utilisateurs)
    .set({ ...values, version: sql`${utilisateurs.version} + 1`, modifieLe: now })
    .where(eq(utilisateurs.id, id))
    .returning({ version: utilisateurs.version });
  return rows[0]?.version ?? 0;
}

export async function noteSignIn(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.update(utilisateurs).set({ derniereConnexionLe: now }).where(eq(utilisateurs.id, id));
}

export async function someAdminExists(db: Queryable): Promise<boolean> {
  const rows = await db
    .select({ id: utilisateurs.id })
    .from(utilisateurs)
    .where(eq(utilisateurs.role, "admin"))
    .limit(1);
  return rows.length > 0;
}

/** Makes creations of the first admin wait for each other, until the transaction ends. */
export async function lockFirstAdmin(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('premier_admin'))`);
}
