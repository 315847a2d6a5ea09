import { eq, lt } from "drizzle-orm";
import type { Db, Queryable } from "@/db/client";
import { sessions } from "@/db/schema/comptes";
import { sessionsFermees } from "@/db/schema/organisation";

/**
 * Whether this session was closed by its owner. Asked of the database each time, by key: whoever signs out is out at
 * once, in whichever process the next request arrives.
 */
export async function sessionEnded(db: Db, sid: string): Promise<boolean> {
  const rows = await db
    .select({ sid: sessionsFermees.sid })
    .from(sessionsFermees)
    .where(eq(sessionsFermees.sid, sid));
  return rows.length > 0;
}

const BELIEF_MS = 30_000;
const believedOpen = new Map<string, number>();

/** The same for a token of the API, which a process may believe open for 30 s: it ends within a minute everywhere. */
export async function tokenSessionEnded(db: Db, sid: string, nowMs = Date.now()): Promise<boolean> {
  if ((believedOpen.get(sid) ?? 0) > nowMs) return false;
  const ended = await sessionEnded(db, sid);
  if (believedOpen.size > 10_000) believedOpen.clear();
  if (!ended) believedOpen.set(sid, nowMs + BELIEF_MS);
  return ended;
}

/** Ends a session until its cookie would have expired by itself; forgets those that have. */
export async function endSession(tx: Queryable, sid: string, expireLe: Date, now: Date): Promise<void> {
  await tx.delete(sessionsFermees).where(lt(sessionsFermees.expireLe, now));
  await tx.delete(sessions).where(eq(sessions.sid, sid));
  believedOpen.delete(sid);
  await tx.insert(sessionsFermees).values({ sid, expireLe }).onConflictDoNothing();
}
