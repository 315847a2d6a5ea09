import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { presentLivraison } from "./present";
import { livraisonList } from "./schemas";
import { findWebhook, listLivraisons as listRows } from "./webhook-store";

/** What was sent to an address, newest first, and what it answered. */
export const listLivraisons = query({
  name: "livraison.list",
  input: livraisonList,
  run: async ({ db, input }) => {
    const [webhook, page] = await Promise.all([findWebhook(db, input.id), listRows(db, input)]);
    if (!webhook) throw new Refused("notFound");
    return { ...page, results: page.results.map(presentLivraison) };
  },
});
