import { query } from "@/lib/foundation/operation";
import { presentAudit } from "./present";
import { auditList } from "./schemas";
import { listAudit as listRows } from "./store";

/** The log, newest first, with filters. Looking at it is itself logged. */
export const listAudit = query({
  name: "audit.list",
  input: auditList,
  run: async ({ db, input }) => {
    const page = await listRows(db, input);
    return { ...page, results: page.results.map(presentAudit) };
  },
  reads: () => ({ type: "audit", id: "journal" }),
});
