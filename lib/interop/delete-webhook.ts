import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deleteWebhookRow, lockWebhook } from "./webhook-store";

/** Forgets an address with its messages; those still waiting are not sent. */
export const deleteWebhook = command({
  name: "webhook.delete",
  input: byId,
  run: async ({ db, input }) => {
    const row = await lockWebhook(db, input.id);
    if (!row) throw new Refused("notFound");
    await deleteWebhookRow(db, row.id);
    const data = { evenements: row.evenements };
    return { change: { objet: { type: "webhook", id: row.id }, data }, result: null };
  },
});
