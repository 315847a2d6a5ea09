import { eq, lt } from "drizzle-orm";
import type { Db, Queryable } from "@/db/client";
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

/** Ends a session until its cookie would have expired by itself; forgets those that have. */
export async function endSession(tx: Queryable, sid: string, expireLe: Date, now: Date): Promise<void> {
  await tx.delete(sessionsFermees).where(lt(sessionsFermees.expireLe, now));
  await tx.insert(sessionsFermees).values({ sid, expireLe }).onConflictDoNothing();
}
