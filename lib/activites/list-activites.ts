import { query } from "@/lib/foundation/operation";
import { presentActivite } from "./present";
import { activiteList } from "./schemas";
import { findPrix, listActivites as listRows } from "./store";

/**
 * The catalogue in legal order, with the price of each open agency on `date` (today where the agency is). With
 * `agence_id`, what that agency sells. An admin also sees activities that are switched off.
 */
export const listActivites = query({
  name: "activite.list",
  input: activiteList,
  run: async ({ db, input, ctx }) => {
    const page = await listRows(db, ctx.now, input, ctx.actor.role === "admin");
    const activiteIds = page.results.map(({ id }) => id);
    const prix = await findPrix(db, ctx.now, { activiteIds, agenceId: input.agence_id, date: input.date });
    return { ...page, results: page.results.map((row) => presentActivite(row, prix, ctx.locale)) };
  },
});
