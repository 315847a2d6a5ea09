import { desc } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { auditPoints } from "@/db/schema/journal";

/** The newest checkpoint of the log, or undefined before the first. */
export async function lastCheckpoint(db: Queryable): Promise<typeof auditPoints.$inferSelect | undefined> {
  const rows = await db.select().from(auditPoints).orderBy(desc(auditPoints.taille)).limit(1);
  return rows[0];
}
