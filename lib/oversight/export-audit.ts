import { query } from "@/lib/foundation/operation";
import { presentAudit } from "./present";
import { auditExportInput } from "./schemas";
import { exportAudit as exportRows } from "./store";

/** Entries in one file at most. */
export const MOST_EXPORTED = 50_000;

/** The entries that fit the filters, newest first, people as pseudonyms. The export itself is logged. */
export const exportAudit = query({
  name: "audit.export",
  input: auditExportInput,
  run: async ({ db, input }) => {
    const { format, ...filters } = input;
    const rows = await exportRows(db, filters, MOST_EXPORTED);
    return { format, entries: rows.map(presentAudit) };
  },
  exports: ({ format }) => ({ type: "audit", id: `journal.${format}` }),
});
