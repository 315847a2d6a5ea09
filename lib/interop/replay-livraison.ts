import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { lockLivraison, updateLivraison } from "./livraison-store";
import { presentLivraison } from "./present";
import { replayInput } from "./schemas";
import { lockWebhook } from "./webhook-store";

/**
 * Sends a message again at once, under the same `webhook-id`: a receiver that has had it knows. One that still waits
 * is only hurried. Throws `webhookStopped`.
 */
export const replayLivraison = command({
  name: "livraison.replay",
  input: replayInput,
  run: async ({ db, input, ctx }) => {
    const webhook = await lockWebhook(db, input.id);
    const before = webhook && (await lockLivraison(db, input.id, input.livraison_id));
    if (!before) throw new Refused("notFound");
    if (!webhook.actif) throw new Refused("webhookStopped");
    const tentatives = before.statut === "en_attente" ? before.tentatives : 0;
    const values = { statut: "en_attente" as const, tentatives, livreeLe: null, prochaineLe: ctx.now };
    const row = await updateLivraison(db, before.id, values);
    await enqueue(db, "livraison.send", { livraison_id: row.id, tentative: tentatives });
    return {
      change: { objet: { type: "webhook", id: webhook.id }, data: { livraison: row.id, type: row.type } },
      result: presentLivraison(row),
    };
  },
});
