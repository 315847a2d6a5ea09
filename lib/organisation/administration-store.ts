import { count, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { agences, courriels } from "@/db/schema/organisation";

export type QueueCount = { etat: string; n: number };

/** Jobs by state; those already done are left out, since they only say how long the queue has lived. */
export async function countJobs(db: Queryable): Promise<QueueCount[]> {
  const rows = await db.execute<{ etat: string; n: number }>(sql`
    select state::text as etat, count(*)::int as n from pgboss.job
    where state not in ('completed', 'cancelled') group by state`);
  return [...rows];
}

/** Seconds that the oldest job has been due; null when none waits. */
export async function oldestDueSeconds(db: Queryable, now: Date): Promise<number | null> {
  const rows = await db.execute<{ seconds: number | null }>(sql`
    select extract(epoch from ${now.toISOString()}::timestamptz - min(start_after))::int as seconds from pgboss.job
    where state in ('created', 'retry') and start_after <= ${now.toISOString()}::timestamptz`);
  return rows[0]?.seconds ?? null;
}

export async function countCourriels(db: Queryable): Promise<{ statut: string; n: number }[]> {
  return db.select({ statut: courriels.statut, n: count() }).from(courriels).groupBy(courriels.statut);
}

export async function countAgences(db: Queryable): Promise<{ actif: boolean; n: number }[]> {
  return db.select({ actif: agences.actif, n: count() }).from(agences).groupBy(agences.actif);
}
