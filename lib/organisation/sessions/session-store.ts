import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { sessions } from "@/db/schema/comptes";
import { jetonsRafraichissement } from "@/db/schema/organisation";
import { type Origine, originPurpose } from "@/lib/foundation/open-sessions";
import { unseal } from "@/lib/foundation/sealed";

type Row = typeof sessions.$inferSelect;
export type OpenSession = Omit<Row, "origine"> & Origine;

const MOST = 200;

/** What is open of an account, last used first. */
export async function selectSessions(
  db: Queryable,
  utilisateurId: number,
  now: Date,
): Promise<OpenSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.utilisateurId, utilisateurId), gt(sessions.expireLe, now)))
    .orderBy(desc(sessions.vuLe))
    .limit(MOST);
  return rows.map(({ origine, ...row }) => ({ ...row, ...originOf(row.sid, origine) }));
}

function originOf(sid: string, origine: string): Origine {
  return JSON.parse(unseal(origine, originPurpose(sid))) as Origine;
}

/** Locks the chosen sessions of an account: one, or all but one. */
export async function lockSessions(
  tx: Tx,
  utilisateurId: number,
  which: { sid: string } | { butNot: string },
): Promise<Row[]> {
  const chosen = "sid" in which ? eq(sessions.sid, which.sid) : ne(sessions.sid, which.butNot);
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.utilisateurId, utilisateurId), chosen))
    .for("update");
}

/** The refresh tokens of a family stop working. */
export async function revokeFamilyOf(tx: Tx, famille: string, now: Date): Promise<void> {
  await tx
    .update(jetonsRafraichissement)
    .set({ revoqueLe: now })
    .where(and(eq(jetonsRafraichissement.famille, famille), isNull(jetonsRafraichissement.revoqueLe)));
}
