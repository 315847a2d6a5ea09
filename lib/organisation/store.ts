import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

export async function pingDatabase(db: Queryable): Promise<void> {
  await db.execute(sql`select 1`);
}
