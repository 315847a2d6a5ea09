import { randomUUID } from "node:crypto";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentLivraison } from "./present";
import { insertLivraison, lockWebhook } from "./webhook-store";

/** Sends a message of type `webhook.test`, whatever the address subscribed to. Throws `webhookStopped`. */
export const testWebhook = command({
  name: "webhook.test",
  input: byId,
  run: async ({ db, input, ctx }) => {
    const webhook = await lockWebhook(db, input.id);
    if (!webhook) throw new Refused("notFound");
    if (!webhook.actif) throw new Refused("webhookStopped");
    const row = await insertLivraison(db, {
      webhookId: webhook.id,
      evenementId: randomUUID(),
      type: "webhook.test",
      objetType: "webhook",
      objetId: webhook.id,
      survenuLe: ctx.now,
      prochaineLe: ctx.now,
      creeLe: ctx.now,
    });
    await enqueue(db, "livraison.send", { livraison_id: row.id, tentative: 0 });
    return {
      change: { objet: { type: "webhook", id: webhook.id }, data: { livraison: row.id } },
      result: presentLivraison(row),
    };
  },
});
