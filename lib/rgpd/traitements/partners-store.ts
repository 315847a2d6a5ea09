import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

/** Whether any other program is told of events or may read the API now. */
export async function hasPartners(db: Queryable, now: Date): Promise<boolean> {
  const rows = await db.execute<{ present: boolean }>(sql`select
    exists (select 1 from webhooks where actif)
    or exists (select 1 from cles where revoquee_le is null and expire_le > ${now.toISOString()}::timestamptz) as present`);
  return rows[0]?.present === true;
}
