import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type WebhookRow = typeof webhooks.$inferSelect;
export type LivraisonRow = typeof webhookLivraisons.$inferSelect;

type ListRequest = { limit: number; cursor?: string; ordering?: string; count?: boolean };

const orderings = { id: [webhooks.id], nom: [webhooks.nom, webhooks.id] } as const;

export async function listWebhooks(
  db: Queryable,
  request: ListRequest & { actif?: boolean },
): Promise<Page<WebhookRow>> {
  const filter = request.actif === undefined ? undefined : eq(webhooks.actif, request.actif);
  const ordering = orderingOf(request.ordering, orderings, "id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select()
          .from(webhooks)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => (ordering.columns.length > 1 ? [row.nom, row.id] : [row.id]),
    ),
    request.count ? db.select({ n: count() }).from(webhooks).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function findWebhook(db: Queryable, id: number): Promise<WebhookRow | undefined> {
  const rows = await db.select().from(webhooks).where(eq(webhooks.id, id));
  return rows[0];
}

/** Not against new messages: a booking need not wait while the outcome of another one's is noted. */
export async function lockWebhook(tx: Tx, id: number): Promise<WebhookRow | undefined> {
  const rows = await tx.select().from(webhooks).where(eq(webhooks.id, id)).for("no key update");
  return rows[0];
}

export async function insertWebhook(tx: Tx, values: typeof webhooks.$inferInsert): Promise<WebhookRow> {
  const rows = await tx.insert(webhooks).values(values).returning();
  return rows[0] as WebhookRow;
}

/** A person's change: grows the version. */
export async function updateWebhookRow(
  tx: Tx,
  id: number,
  values: Partial<WebhookRow>,
  now: Date,
): Promise<WebhookRow> {
  const rows = await tx
    .update(webhooks)
    .set({ ...values, version: sql`${webhooks.version} + 1`, modifieLe: now })
    .where(eq(webhooks.id, id))
    .returning();
  return rows[0] as WebhookRow;
}

/** Takes the address away with all its messages. */
export async function deleteWebhookRow(tx: Tx, id: number): Promise<void> {
  await tx.delete(webhooks).where(eq(webhooks.id, id));
}

/** What a delivery tells of its receiver; nobody's change, so the version stays. */
export async function noteReceiver(tx: Tx, id: number, values: Partial<WebhookRow>): Promise<void> {
  await tx.update(webhooks).set(values).where(eq(webhooks.id, id));
}

const livraisonOrderings = { id: [webhookLivraisons.id] } as const;

export async function listLivraisons(
  db: Queryable,
  request: ListRequest & { id: number; statut?: LivraisonRow["statut"] },
): Promise<Page<LivraisonRow>> {
  const filter: SQL | undefined = and(
    eq(webhookLivraisons.webhookId, request.id),
    request.statut ? eq(webhookLivraisons.statut, request.statut) : undefined,
  );
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, livraisonOrderings, "-id"),
      (part) =>
        db
          .select()
          .from(webhookLivraisons)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => [row.id],
    ),
    request.count ? db.select({ n: count() }).from(webhookLivraisons).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function insertLivraison(
  tx: Tx,
  values: typeof webhookLivraisons.$inferInsert,
): Promise<LivraisonRow> {
  const rows = await tx.insert(webhookLivraisons).values(values).returning();
  return rows[0] as LivraisonRow;
}
