import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import type { AuditVerification } from "./schemas";
import { verifyLog } from "./verification-store";

/** Faults named at most; more than that is one answer all the same: restore. */
const MOST_NAMED = 100;

/** Recomputes the whole log and names what was altered. The verification is itself written to the log. */
export const verifyAudit = query({
  name: "audit.verify",
  input: z.object({}),
  run: async ({ db, ctx }): Promise<AuditVerification> => {
    const found = await verifyLog(db, MOST_NAMED);
    return { ...found, intact: found.alterees.length === 0, verifie_le: ctx.now.toISOString() };
  },
  exports: ({ entrees, alterees }) => ({
    type: "audit",
    id: "journal",
    data: { entrees, alterees: alterees.length },
  }),
});
