import { query } from "@/lib/foundation/operation";
import { MOST_EXPORTED } from "@/lib/foundation/whole-list";
import { exportPresenter } from "./present";
import { auditExportInput } from "./schemas";
import { exportAudit as exportRows } from "./store";

/** The entries that fit the filters, newest first, persons as pseudonyms of this export alone. The export itself is logged. */
export const exportAudit = query({
  name: "audit.export",
  input: auditExportInput,
  run: async ({ db, input }) => {
    const { format, ...filters } = input;
    const rows = await exportRows(db, filters, MOST_EXPORTED + 1);
    const entries = rows.slice(0, MOST_EXPORTED).map(exportPresenter());
    return { format, entries, truncated: rows.length > MOST_EXPORTED };
  },
  exports: ({ format }) => ({ type: "audit", id: `journal.${format}` }),
});
