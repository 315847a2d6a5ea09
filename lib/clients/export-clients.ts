import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { presentClientSummary } from "./present";
import { clientList } from "./schemas";
import { listClients as listRows } from "./store";

/** Clients within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportClients = query({
  name: "client.export",
  input: clientList,
  run: async ({ db, input, ctx, scope }) => {
    const { rows, truncated } = await wholeList((part) =>
      listRows(db, scope, ctx.now, { ...input, ...part }),
    );
    return { rows: rows.map((row) => presentClientSummary(row, ctx)), truncated };
  },
  exports: ({ rows }) => ({ type: "client", id: "-", data: { lignes: rows.length } }),
});
