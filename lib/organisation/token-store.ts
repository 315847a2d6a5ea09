import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { jetonsRafraichissement, jetonsUtilisateur } from "@/db/schema/organisation";

export type OneTimeRow = typeof jetonsUtilisateur.$inferSelect;
export type Usage = OneTimeRow["usage"];
export type RefreshRow = typeof jetonsRafraichissement.$inferSelect;

/** Stores a new secret's hash; earlier ones of the same use and person stop working. */
export async function replaceOneTime(tx: Tx, values: typeof jetonsUtilisateur.$inferInsert): Promise<void> {
  const { utilisateurId, usage } = values;
  const owner = utilisateurId
    ? eq(jetonsUtilisateur.utilisateurId, utilisateurId)
    : isNull(jetonsUtilisateur.utilisateurId);
  await tx
    .delete(jetonsUtilisateur)
    .where(and(owner, eq(jetonsUtilisateur.usage, usage), isNull(jetonsUtilisateur.utiliseLe)));
  await tx.insert(jetonsUtilisateur).values(values);
}

export async function findOneTime(
  db: Queryable,
  empreinte: string,
  usages: readonly Usage[],
): Promise<OneTimeRow | undefined> {
  const rows = await db
    .select()
    .from(jetonsUtilisateur)
    .where(and(eq(jetonsUtilisateur.empreinte, empreinte), inArray(jetonsUtilisateur.usage, [...usages])));
  return rows[0];
}

/** Marks a valid secret used, in one statement: of two at once, one gets the row. */
export async function spendOneTimeRow(
  tx: Tx,
  empreinte: string,
  usages: readonly Usage[],
  now: Date,
): Promise<OneTimeRow | undefined> {
  const rows = await tx
    .update(jetonsUtilisateur)
    .set({ utiliseLe: now })
    .where(
      and(
        eq(jetonsUtilisateur.empreinte, empreinte),
        inArray(jetonsUtilisateur.usage, [...usages]),
        isNull(jetonsUtilisateur.utiliseLe),
        gt(jetonsUtilisateur.expireLe, now),
      ),
    )
    .returning();
  return rows[0];
}

/** Secrets not used yet, of these uses, stop working. */
export async function forgetOneTime(tx: Tx, utilisateurId: number, usages: readonly Usage[]): Promise<void> {
  await tx
    .delete(jetonsUtilisateur)
    .where(
      and(
        eq(jetonsUtilisateur.utilisateurId, utilisateurId),
        inArray(jetonsUtilisateur.usage, [...usages]),
        isNull(jetonsUtilisateur.utiliseLe),
      ),
    );
}

export async function insertRefresh(
  tx: Tx,
  values: typeof jetonsRafraichissement.$inferInsert,
): Promise<void> {
  await tx.insert(jetonsRafraichissement).values(values);
}

/** Locks a refresh token's row, so that two rotations of it never both succeed. */
export async function lockRefresh(tx: Tx, empreinte: string): Promise<RefreshRow | undefined> {
  const rows = await tx
    .select()
    .from(jetonsRafraichissement)
    .where(eq(jetonsRafraichissement.empreinte, empreinte))
    .for("update");
  return rows[0];
}

export async function markRefreshUsed(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.update(jetonsRafraichissement).set({ utiliseLe: now }).where(eq(jetonsRafraichissement.id, id));
}

export async function revokeFamily(tx: Tx, famille: string, now: Date): Promise<void> {
  await tx
    .update(jetonsRafraichissement)
    .set({ revoqueLe: now })
    .where(and(eq(jetonsRafraichissement.famille, famille), isNull(jetonsRafraichissement.revoqueLe)));
}

/** Families whose time is over serve nothing any more. */
export async function forgetExpiredRefresh(tx: Tx, utilisateurId: number, now: Date): Promise<void> {
  await tx
    .delete(jetonsRafraichissement)
    .where(
      and(eq(jetonsRafraichissement.utilisateurId, utilisateurId), lt(jetonsRafraichissement.expireLe, now)),
    );
}
