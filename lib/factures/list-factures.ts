import { query } from "@/lib/foundation/operation";
import { presentFactureSummary } from "./present";
import { factureList } from "./schemas";
import { listFactures as listRows } from "./store";

/** Invoices within reach, newest first; a client sees issued ones only. */
export const listFactures = query({
  name: "facture.list",
  input: factureList,
  run: async ({ db, input, ctx, scope }) => {
    // A search by name would tell an auditeur whose pseudonym a row is.
    const q = ctx.actor.role === "auditeur" ? undefined : input.q;
    const page = await listRows(db, scope, ctx.now, { ...input, q });
    return { ...page, results: page.results.map((row) => presentFactureSummary(row, ctx)) };
  },
});
