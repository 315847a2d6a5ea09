import { query } from "@/lib/foundation/operation";
import { wholeList } from "@/lib/foundation/whole-list";
import { listDemandes as listRows } from "./demande-store";
import { presentDemande } from "./present";
import { demandeList } from "./schemas";

/** The register within reach and filters, flat, for a spreadsheet; the export is written to the log. */
export const exportDemandes = query({
  name: "rgpd.export",
  input: demandeList,
  run: async ({ db, input, ctx, scope }) => {
    const { rows, truncated } = await wholeList((part) => listRows(db, scope, { ...input, ...part }));
    return { rows: rows.map((row) => presentDemande(row, ctx)), truncated };
  },
  exports: ({ rows }) => ({ type: "rgpd", id: "-", data: { lignes: rows.length } }),
});
