import { eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { utilisateurs } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { equalityPrint } from "@/db/vault/search";
import { type NewUtilisateur, sealedAccount, sealedAccountChanges } from "./identity-store";

export type UtilisateurRow = Plain<typeof utilisateurs>;

/** `email` in lower case. */
export async function findAccountByEmail(db: Queryable, email: string): Promise<UtilisateurRow | undefined> {
  const rows = await opened(
    db,
    db
      .select(columnsOf(utilisateurs))
      .from(utilisateurs)
      .where(eq(utilisateurs.emailEmpreinte, equalityPrint("utilisateurs", email))),
  );
  return rows[0];
}

export async function findAccountById(db: Queryable, id: number): Promise<UtilisateurRow | undefined> {
  const rows = await opened(
    db,
    db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, id)),
  );
  return rows[0];
}

/** The new account's id, or undefined when the e-mail has one already. */
export async function insertAccount(tx: Tx, values: NewUtilisateur): Promise<number | undefined> {
  // Known already: no number and no key are spent on it. Two at the same moment: the index has the last word.
  if (await findAccountByEmail(tx, values.email)) return undefined;
  const rows = await tx
    .insert(utilisateurs)
    .values(await sealedAccount(tx, values))
    .onConflictDoNothing({ target: utilisateurs.emailEmpreinte })
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
  const sealed = await sealedAccountChanges(tx, id, values);
  const rows = await tx
    .update(utilisateurs)
    .set({ ...sealed, version: sql`${utilisateurs.version} + 1`, modifieLe: now })
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
