import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { listDevisRows } from "./devis-store";
import { presentDevisSummary } from "./present-devis";
import { devisList } from "./schemas-devis";

/** The list of quotes within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportListeDevis = query({
  name: "devis.exportList",
  input: devisList,
  run: async ({ db, input, ctx, scope }) => {
    const { rows, truncated } = await wholeList((part) => listDevisRows(db, scope, { ...input, ...part }));
    return { rows: rows.map((row) => presentDevisSummary(row, ctx)), truncated };
  },
  exports: ({ rows }) => ({ type: "devis", id: "-", data: { lignes: rows.length } }),
});
