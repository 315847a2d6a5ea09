import { query } from "@/lib/foundation/operation";
import { presentWebhook } from "./present";
import { webhookList } from "./schemas";
import { listWebhooks as listRows } from "./webhook-store";

/** The addresses that are told of events. */
export const listWebhooks = query({
  name: "webhook.list",
  input: webhookList,
  run: async ({ db, input }) => {
    const page = await listRows(db, input);
    return { ...page, results: page.results.map(presentWebhook) };
  },
});
