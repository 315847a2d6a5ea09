import { query } from "@/lib/foundation/operation";
import { listDevisRows } from "./devis-store";
import { presentDevisSummary } from "./present-devis";
import { devisList } from "./schemas-devis";

/** Quotes within reach, newest first; a client sees those sent. */
export const listDevis = query({
  name: "devis.list",
  input: devisList,
  run: async ({ db, input, ctx, scope }) => {
    // A search by name would tell an auditeur whose pseudonym a row is.
    const q = ctx.actor.role === "auditeur" ? undefined : input.q;
    const page = await listDevisRows(db, scope, { ...input, q });
    return { ...page, results: page.results.map((row) => presentDevisSummary(row, ctx)) };
  },
});
