import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { MOST_EXPORTED } from "@/lib/foundation/whole-list";
import { findHistory } from "./find-history";
import { exportPresenter } from "./present";
import { type AuditFilters, auditExportInput } from "./schemas";
import { exportAudit as exportRows } from "./store";

type Asked = Omit<AuditFilters, "format" | "lies">;

/** The entries that fit the filters, newest first, persons as pseudonyms of this export alone. The export itself is logged. */
export const exportAudit = query({
  name: "audit.export",
  input: auditExportInput,
  run: async ({ db, input, scope }) => {
    const { format, lies, ...asked } = input;
    const filters = lies ? await around(db, scope, asked) : asked;
    const rows = await exportRows(db, filters, MOST_EXPORTED + 1);
    const entries = rows.slice(0, MOST_EXPORTED).map(exportPresenter());
    return { format, entries, truncated: rows.length > MOST_EXPORTED };
  },
  exports: ({ format }) => ({ type: "audit", id: `journal.${format}` }),
});

/** Filters that ask for one object, turned into those that ask for all that belongs to it. */
async function around(db: Queryable, scope: Scope, { objet, objet_id, ...others }: Asked) {
  if (!objet || !objet_id)
    throw new Refused("validation", { errors: [{ pointer: "/objet_id", code: "required" }] });
  return { ...others, parmi: await findHistory(db, scope, { objet, objet_id }) };
}
