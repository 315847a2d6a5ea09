import { eq, lt } from "drizzle-orm";
import type { Db, Queryable } from "@/db/client";
import { sessionsFermees } from "@/db/schema/organisation";

/** How long a process may believe that a session is still open. */
const BELIEF_MS = 30_000;
const believed = new Map<string, { ended: boolean; until: number }>();

/** Whether this session was closed by its owner; read from the database at most every 30 s per process. */
export async function sessionEnded(db: Db, sid: string, nowMs = Date.now()): Promise<boolean> {
  const known = believed.get(sid);
  if (known && (known.ended || known.until > nowMs)) return known.ended;
  const rows = await db
    .select({ sid: sessionsFermees.sid })
    .from(sessionsFermees)
    .where(eq(sessionsFermees.sid, sid));
  const ended = rows.length > 0;
  if (believed.size > 10_000) believed.clear();
  believed.set(sid, { ended, until: nowMs + BELIEF_MS });
  return ended;
}

/** Ends a session until its cookie would have expired by itself; forgets those that have. */
export async function endSession(tx: Queryable, sid: string, expireLe: Date, now: Date): Promise<void> {
  await tx.delete(sessionsFermees).where(lt(sessionsFermees.expireLe, now));
  await tx.insert(sessionsFermees).values({ sid, expireLe }).onConflictDoNothing();
  believed.set(sid, { ended: true, until: Number.POSITIVE_INFINITY });
}
