import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

/** Whole seconds since the oldest entry that no checkpoint covers yet was written; 0 when all are covered. */
export async function sealLag(db: Queryable, now: Date): Promise<number> {
  const rows = await db.execute<{ since: string | null }>(sql`
    with p as (select coalesce(max(plancher), 0) as id from audit_points)
    select (select a.horodatage from audit a, p
      where a.id > p.id and not exists (select 1 from audit_scelles s where s.entree_id > p.id and s.entree_id = a.id)
      order by a.id limit 1)::text as since`);
  const since = rows[0]?.since;
  return since ? Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 1000)) : 0;
}
