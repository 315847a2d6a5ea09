import { desc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { taches } from "@/db/schema/suivi";

export const TYPE = "conservation";

/** The last runs of the retention rules, the newest first. */
export const lastRuns = (db: Queryable, limit: number) =>
  db.select().from(taches).where(eq(taches.type, TYPE)).orderBy(desc(taches.id)).limit(limit);
