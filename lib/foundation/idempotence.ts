import { eq, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/comptes";
import { idempotence, jetonsUtilisateur, limites, sessionsFermees } from "@/db/schema/organisation";
import { tacheFichiers } from "@/db/schema/suivi";
import { columnsOf, opened } from "@/db/vault/open";
import { sealChanges } from "@/db/vault/seal";
import { sha256 } from "./canonical";
import type { Context } from "./context";
import { databaseError, Refused } from "./errors";

/** Answers are kept this long. */
const KEPT_MS = 24 * 3_600_000;
/** A transaction that waits holds a connection; PostgreSQL says 55P03 when the time is over. */
const LONGEST_WAIT = "5s";
const LOCK_NOT_AVAILABLE = "55P03";
const KEY = /^[\x21-\x7e]{1,255}$/;

export type Idempotence = { cle: string; empreinte: string };

/**
 * The caller's Idempotency-Key, bound to the account, with a fingerprint of the request. Undefined without a key or
 * for a guest. Throws `validation` for a key that is not 1 to 255 visible ASCII characters.
 */
export function idempotenceOf(
  key: string | null,
  caller: number | null,
  request: { method: string; path: string; input: unknown },
): Idempotence | undefined {
  if (key === null || caller === null) return undefined;
  if (!KEY.test(key)) {
    throw new Refused("validation", { errors: [{ pointer: "/Idempotency-Key", code: "invalidFormat" }] });
  }
  const empreinte = sha256(JSON.stringify([request.method, request.path, request.input]));
  return { cle: sha256(`${caller}:${key}`), empreinte };
}

/**
 * Does the work once per key: the key's row is written in the same transaction, so a second call waits a moment for
 * the first and is given its result; beyond that moment it throws `idempotencyRunning`. Another request under the same
 * key throws `idempotencyMismatch`.
 */
export async function once<R>(tx: Tx, ctx: Context, work: () => Promise<R>): Promise<R> {
  const asked = ctx.idempotence;
  if (!asked) return work();
  if (!(await takeKey(tx, asked, ctx.now))) return replay(tx, asked);
  const result = await work();
  const answer = { corps: JSON.stringify(result ?? null) };
  await tx
    .update(idempotence)
    .set(await sealChanges(tx, idempotence, { cle: asked.cle }, answer))
    .where(eq(idempotence.cle, asked.cle));
  return result;
}

/** Whether the key is this transaction's; false when another has used it. Waits while another is at it. */
async function takeKey(tx: Tx, asked: Idempotence, now: Date): Promise<boolean> {
  const expireLe = new Date(now.getTime() + KEPT_MS);
  await tx.execute(sql`select set_config('lock_timeout', ${LONGEST_WAIT}, true)`);
  try {
    const mine = await tx
      .insert(idempotence)
      .values({ ...asked, expireLe, creeLe: now })
      .onConflictDoNothing()
      .returning({ cle: idempotence.cle });
    await tx.execute(sql`select set_config('lock_timeout', '0', true)`);
    return mine.length > 0;
  } catch (error) {
    if (databaseError(error)?.code === LOCK_NOT_AVAILABLE) throw running(error);
    throw error;
  }
}

const running = (cause?: unknown) =>
  new Refused("idempotencyRunning", { cause, headers: { "Retry-After": "1" } });

async function replay<R>(tx: Tx, asked: Idempotence): Promise<R> {
  const query = tx.select(columnsOf(idempotence)).from(idempotence).where(eq(idempotence.cle, asked.cle));
  const rows = await opened(tx, query);
  const row = rows[0];
  if (!row?.corps) throw running();
  if (row.empreinte !== asked.empreinte) throw new Refused("idempotencyMismatch");
  return JSON.parse(row.corps) as R;
}

/** Removes what has run out: kept answers, closed sessions, one-time secrets, rate-limit counters, files of work. Returns how many. */
export async function purgeExpired(tx: Tx, now: Date): Promise<number> {
  const removed = await Promise.all([
    tx.delete(idempotence).where(lt(idempotence.expireLe, now)).returning({ one: idempotence.cle }),
    tx
      .delete(sessionsFermees)
      .where(lt(sessionsFermees.expireLe, now))
      .returning({ one: sessionsFermees.sid }),
    tx
      .delete(limites)
      .where(lt(limites.fenetreFin, new Date(now.getTime() - KEPT_MS)))
      .returning({ one: limites.cle }),
    tx
      .delete(jetonsUtilisateur)
      .where(lt(jetonsUtilisateur.expireLe, new Date(now.getTime() - KEPT_MS)))
      .returning({ one: jetonsUtilisateur.id }),
    tx.delete(sessions).where(lt(sessions.expireLe, now)).returning({ one: sessions.sid }),
    tx.delete(tacheFichiers).where(lt(tacheFichiers.expireLe, now)).returning({ one: tacheFichiers.tacheId }),
  ]);
  return removed.reduce((sum, rows) => sum + rows.length, 0);
}
