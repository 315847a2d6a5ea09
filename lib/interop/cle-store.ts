import { count, eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { cles } from "@/db/schema/interop";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type CleRow = typeof cles.$inferSelect;
type ListRequest = { limit: number; cursor?: string; ordering?: string; count?: boolean };

const orderings = { id: [cles.id] } as const;

export async function listCles(db: Queryable, request: ListRequest): Promise<Page<CleRow>> {
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, orderings, "-id"),
      (part) =>
        db
          .select()
          .from(cles)
          .where(part.where)
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => [row.id],
    ),
    request.count ? db.select({ n: count() }).from(cles) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function insertCle(tx: Tx, values: typeof cles.$inferInsert): Promise<CleRow> {
  const rows = await tx.insert(cles).values(values).returning();
  return rows[0] as CleRow;
}

export async function lockCle(tx: Tx, id: number): Promise<CleRow | undefined> {
  const rows = await tx.select().from(cles).where(eq(cles.id, id)).for("no key update");
  return rows[0];
}

export async function revokeCleRow(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.update(cles).set({ revoqueeLe: now }).where(eq(cles.id, id));
}
