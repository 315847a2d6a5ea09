import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { limites } from "@/db/schema/organisation";
import { Refused } from "./errors";

export type Limit = { max: number; windowSeconds: number };

/**
 * Counts one use of `key` in a fixed window, shared by all processes through the database. Throws `rateLimited` with
 * Retry-After (seconds) once `max` is passed.
 */
export async function countUse(db: Db, key: string, limit: Limit, now: Date): Promise<void> {
  const end = new Date(now.getTime() + limit.windowSeconds * 1000);
  const rows = await db
    .insert(limites)
    .values({ cle: key, compte: 1, fenetreFin: end })
    .onConflictDoUpdate({
      target: limites.cle,
      set: {
        compte: sql`case when ${limites.fenetreFin} <= ${now.toISOString()}::timestamptz then 1 else ${limites.compte} + 1 end`,
        fenetreFin: sql`case when ${limites.fenetreFin} <= ${now.toISOString()}::timestamptz then ${end.toISOString()}::timestamptz else ${limites.fenetreFin} end`,
      },
    })
    .returning({ compte: limites.compte, fenetreFin: limites.fenetreFin });
  const row = rows[0];
  if (!row || row.compte <= limit.max) return;
  const seconds = Math.max(1, Math.ceil((row.fenetreFin.getTime() - now.getTime()) / 1000));
  throw new Refused("rateLimited", { params: { seconds }, headers: { "Retry-After": String(seconds) } });
}

/** Forgets the count of `key`, after a success. */
export async function clearUses(db: Db, key: string): Promise<void> {
  await db.delete(limites).where(sql`${limites.cle} = ${key}`);
}
