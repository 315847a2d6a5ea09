import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { newSecret, OVERLAP_MS } from "./message";
import { presentWebhook } from "./present";
import { lockWebhook, updateWebhookRow } from "./webhook-store";

/** Gives a new secret, shown once; the former one signs beside it for 24 h. */
export const rotateWebhook = command({
  name: "webhook.rotate",
  input: byId,
  secret: true,
  run: async ({ db, input, ctx }) => {
    const before = await lockWebhook(db, input.id);
    if (!before) throw new Refused("notFound");
    const { secret, sealed } = newSecret();
    const end = new Date(ctx.now.getTime() + OVERLAP_MS);
    const values = { secret: sealed, secretPrecedent: before.secret, secretPrecedentFin: end };
    const row = await updateWebhookRow(db, before.id, values, ctx.now);
    return {
      change: { objet: { type: "webhook", id: row.id, version: row.version } },
      result: { ...presentWebhook(row), secret },
    };
  },
});
