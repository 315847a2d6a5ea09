import { desc, eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { integriteExecutions } from "@/db/schema/integrite";

export type ExecutionRow = typeof integriteExecutions.$inferSelect;
type NewExecution = typeof integriteExecutions.$inferInsert;

export async function insertExecution(tx: Tx, values: NewExecution): Promise<number> {
  const [row] = await tx.insert(integriteExecutions).values(values).returning({ id: integriteExecutions.id });
  if (!row) throw new Error("the run was not written");
  return row.id;
}

export async function updateExecution(tx: Tx, id: number, values: Partial<NewExecution>): Promise<void> {
  await tx.update(integriteExecutions).set(values).where(eq(integriteExecutions.id, id));
}

export async function findExecution(db: Queryable, id: number): Promise<ExecutionRow | undefined> {
  const rows = await db.select().from(integriteExecutions).where(eq(integriteExecutions.id, id));
  return rows[0];
}

/** The last runs, newest first. */
export const lastExecutions = (db: Queryable, limit: number): Promise<ExecutionRow[]> =>
  db.select().from(integriteExecutions).orderBy(desc(integriteExecutions.id)).limit(limit);

/** The last run that has ended. */
export async function lastEnded(db: Queryable): Promise<ExecutionRow | undefined> {
  const rows = await db
    .select()
    .from(integriteExecutions)
    .where(eq(integriteExecutions.statut, "terminee"))
    .orderBy(desc(integriteExecutions.id))
    .limit(1);
  return rows[0];
}
