import { and, eq, lt } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";

export type LivraisonRow = typeof webhookLivraisons.$inferSelect;
export type Sending = { livraison: LivraisonRow; webhook: typeof webhooks.$inferSelect };

/** A message with its address; undefined when either has gone. */
export async function findSending(db: Queryable, id: number): Promise<Sending | undefined> {
  const rows = await db
    .select({ livraison: webhookLivraisons, webhook: webhooks })
    .from(webhookLivraisons)
    .innerJoin(webhooks, eq(webhooks.id, webhookLivraisons.webhookId))
    .where(eq(webhookLivraisons.id, id));
  return rows[0];
}

/** The message, locked, when it is this address's own. */
export async function lockLivraison(
  tx: Tx,
  webhookId: number,
  id: number,
): Promise<LivraisonRow | undefined> {
  const rows = await tx
    .select()
    .from(webhookLivraisons)
    .where(and(eq(webhookLivraisons.id, id), eq(webhookLivraisons.webhookId, webhookId)))
    .for("update");
  return rows[0];
}

/** Notes an attempt on a message that still waits after `tentatives` of them; false when another one was faster. */
export async function settleLivraison(
  tx: Tx,
  { id, tentatives }: { id: number; tentatives: number },
  values: Partial<LivraisonRow>,
): Promise<boolean> {
  const rows = await tx
    .update(webhookLivraisons)
    .set(values)
    .where(
      and(
        eq(webhookLivraisons.id, id),
        eq(webhookLivraisons.statut, "en_attente"),
        eq(webhookLivraisons.tentatives, tentatives),
      ),
    )
    .returning({ id: webhookLivraisons.id });
  return rows.length > 0;
}

export async function updateLivraison(
  tx: Tx,
  id: number,
  values: Partial<LivraisonRow>,
): Promise<LivraisonRow> {
  const rows = await tx.update(webhookLivraisons).set(values).where(eq(webhookLivraisons.id, id)).returning();
  return rows[0] as LivraisonRow;
}

export async function deleteLivraisonsBefore(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .delete(webhookLivraisons)
    .where(lt(webhookLivraisons.creeLe, before))
    .returning({ id: webhookLivraisons.id });
  return rows.length;
}
