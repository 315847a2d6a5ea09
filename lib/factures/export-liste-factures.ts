import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { presentFactureSummary } from "./present";
import { factureList } from "./schemas";
import { listFactures as listRows } from "./store";

/** The list of invoices within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportListeFactures = query({
  name: "facture.exportList",
  input: factureList,
  run: async ({ db, input, ctx, scope }) => {
    const { rows, truncated } = await wholeList((part) =>
      listRows(db, scope, ctx.now, { ...input, ...part }),
    );
    return { rows: rows.map((row) => presentFactureSummary(row, ctx)), truncated };
  },
  exports: ({ rows }) => ({ type: "facture", id: "-", data: { lignes: rows.length } }),
});
