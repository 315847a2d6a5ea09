import { query } from "@/lib/foundation/operation";
import { presentClientSummary } from "./present";
import { clientList } from "./schemas";
import { type ClientListRow, listClients as listRows } from "./store";

const PAGE = 200;
/** A larger agency narrows its filters, or asks the API page by page. */
const MOST = 20_000;

/** Clients within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportClients = query({
  name: "client.export",
  input: clientList,
  run: async ({ db, input, ctx, scope }) => {
    const rows: ClientListRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRows(db, scope, ctx.now, { ...input, cursor, limit: PAGE, count: false });
      rows.push(...page.results);
      cursor = page.next ?? undefined;
    } while (cursor && rows.length < MOST);
    return { rows: rows.map((row) => presentClientSummary(row, ctx)) };
  },
  exports: ({ rows }) => ({ type: "client", id: "-", data: { lignes: rows.length } }),
});
