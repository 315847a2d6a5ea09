import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";
import type { TypeEvenement } from "@/db/states";
import type { Context } from "./context";
import { enqueue } from "./jobs";

/** What happened to an object; `ancienIntervenantId`: who had the visit before, when it changed hands. */
export type Fact = { type: TypeEvenement; objetId: number; ancienIntervenantId?: number };

/**
 * The one place where a business event leaves: notices for the people concerned, messages for the partners that
 * subscribed. All of it is written in the transaction of the change, so it exists exactly when the change does.
 */
export async function publishEvent(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  const { type, objetId, ancienIntervenantId } = fact;
  await enqueue(tx, "notification.create", {
    type,
    objet_id: objetId,
    acteur_id: ctx.actor.id,
    ...(ancienIntervenantId ? { ancien_intervenant_id: ancienIntervenantId } : {}),
  });
  for (const livraison_id of await addLivraisons(tx, ctx, fact))
    await enqueue(tx, "livraison.send", { livraison_id, tentative: 0 });
}

/** A waiting message for each active subscription to the type; their ids. */
async function addLivraisons(tx: Tx, ctx: Context, { type, objetId }: Fact): Promise<number[]> {
  const objet = type.split(".")[0] ?? type;
  const now = ctx.now.toISOString();
  const rows = await tx.execute<{ id: number }>(sql`
    insert into ${webhookLivraisons} (webhook_id, evenement_id, type, objet_type, objet_id, survenu_le, prochaine_le, cree_le)
    select w.id, ${randomUUID()}::uuid, ${type}::text, ${objet}::text, ${objetId}::integer, ${now}::timestamptz,
      ${now}::timestamptz, ${now}::timestamptz
    from ${webhooks} w where w.actif and ${type}::text = any(w.evenements) order by w.id
    returning id`);
  return rows.map((row) => row.id);
}
