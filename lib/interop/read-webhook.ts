import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentWebhook } from "./present";
import { findWebhook } from "./webhook-store";

/** One address, without its secret: that was shown once. */
export const readWebhook = query({
  name: "webhook.read",
  input: byId,
  run: async ({ db, input }) => {
    const row = await findWebhook(db, input.id);
    if (!row) throw new Refused("notFound");
    return presentWebhook(row);
  },
});
