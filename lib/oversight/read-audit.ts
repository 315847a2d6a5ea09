import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentAuditDetail } from "./present";
import { findAudit } from "./store";

/** One entry with its proof: text, hashes, and whether they still hold; logged like any reading. */
export const readAudit = query({
  name: "audit.read",
  input: byId,
  run: async ({ db, input }) => {
    const found = await findAudit(db, input.id);
    if (!found) throw new Refused("notFound");
    return presentAuditDetail(found.row, found.before);
  },
  reads: ({ id }) => ({ type: "audit", id }),
});
