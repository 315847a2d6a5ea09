import { query } from "@/lib/foundation/operation";
import { presentFactureSummary } from "./present";
import { factureList } from "./schemas";
import { type FactureListRow, listFactures as listRows } from "./store";

const PAGE = 200;
/** A larger agency narrows its filters, or asks the API page by page. */
const MOST = 20_000;

/** The list of invoices within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportListeFactures = query({
  name: "facture.exportList",
  input: factureList,
  run: async ({ db, input, ctx, scope }) => {
    const rows: FactureListRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRows(db, scope, ctx.now, { ...input, cursor, limit: PAGE, count: false });
      rows.push(...page.results);
      cursor = page.next ?? undefined;
    } while (cursor && rows.length < MOST);
    return { rows: rows.map((row) => presentFactureSummary(row, ctx)) };
  },
  exports: ({ rows }) => ({ type: "facture", id: "-", data: { lignes: rows.length } }),
});
