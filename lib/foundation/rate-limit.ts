import { sql } from "drizzle-orm";
import type { Db, Queryable } from "@/db/client";
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
export async function clearUses(db: Queryable, key: string): Promise<void> {
  await db.delete(limites).where(sql`${limites.cle} = ${key}`);
}

const FREE_ATTEMPTS = 5;
const FIRST_BLOCK_SECONDS = 30;
const LONGEST_BLOCK_SECONDS = 900;
const MEMORY_SECONDS = 3600;

/**
 * Counts one attempt at a secret, before it is checked, so that guesses sent together count too. The fifth attempt
 * and each later one block `key` for 30 s, 60 s, 120 s … at most 15 min. Throws `accountLocked` while blocked; call
 * `clearUses` after a success.
 */
export async function countAttempt(db: Db, key: string, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const blocked = sql`(${limites.bloqueJusqua} is not null and ${limites.bloqueJusqua} > ${at})`;
  const compte = sql`case when ${limites.fenetreFin} <= ${at} then 1 else ${limites.compte} + 1 end`;
  const seconds = sql`least(${LONGEST_BLOCK_SECONDS}::float8,
    ${FIRST_BLOCK_SECONDS}::float8 * power(2, least(${compte} - ${FREE_ATTEMPTS}::integer, 10)))`;
  const end = new Date(now.getTime() + MEMORY_SECONDS * 1000);
  const rows = await db
    .insert(limites)
    .values({ cle: key, compte: 1, fenetreFin: end })
    .onConflictDoUpdate({
      target: limites.cle,
      set: {
        compte,
        fenetreFin: end,
        bloqueJusqua: sql`case when ${compte} >= ${FREE_ATTEMPTS}::integer
          then ${at} + make_interval(secs => ${seconds}) end`,
      },
      setWhere: sql`not ${blocked}`,
    })
    .returning({ compte: limites.compte });
  if (rows.length > 0) return;
  throw new Refused("accountLocked", { headers: { "Retry-After": String(await secondsLeft(db, key, now)) } });
}

async function secondsLeft(db: Db, key: string, now: Date): Promise<number> {
  const rows = await db
    .select({ until: limites.bloqueJusqua })
    .from(limites)
    .where(sql`${limites.cle} = ${key}`);
  return Math.max(1, Math.ceil(((rows[0]?.until ?? now).getTime() - now.getTime()) / 1000));
}

/** Refuses with `rateLimited` when `key` has already passed `max`; counts nothing. */
export async function refuseBeyond(db: Db, key: string, limit: Limit, now: Date): Promise<void> {
  const rows = await db
    .select({ compte: limites.compte, fenetreFin: limites.fenetreFin })
    .from(limites)
    .where(sql`${limites.cle} = ${key} and ${limites.fenetreFin} > ${now.toISOString()}::timestamptz`);
  const row = rows[0];
  if (!row || row.compte < limit.max) return;
  const seconds = Math.max(1, Math.ceil((row.fenetreFin.getTime() - now.getTime()) / 1000));
  throw new Refused("rateLimited", { params: { seconds }, headers: { "Retry-After": String(seconds) } });
}
