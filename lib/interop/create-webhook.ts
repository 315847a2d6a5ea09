import { command } from "@/lib/foundation/operation";
import { checkAddress } from "@/lib/foundation/outbound/address";
import { newSecret } from "./message";
import { presentWebhook } from "./present";
import { webhookBody } from "./schemas";
import { insertWebhook } from "./webhook-store";

/** Subscribes an address; its secret is in this answer and never again. Throws `addressRefused`. */
export const createWebhook = command({
  name: "webhook.create",
  input: webhookBody,
  secret: true,
  prepare: ({ input }) => checkAddress(input.url),
  run: async ({ db, input, ctx }) => {
    const { secret, sealed } = newSecret();
    const row = await insertWebhook(db, {
      ...input,
      secret: sealed,
      creePar: ctx.actor.id,
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    return {
      change: { objet: { type: "webhook", id: row.id, version: 1 }, data: { evenements: row.evenements } },
      result: { ...presentWebhook(row), secret },
    };
  },
});
