import { query } from "@/lib/foundation/operation";
import { type AuditVerification, verificationInput } from "./schemas";
import { verifyLog } from "./verify-log";

/** Faults named at most; more than that is one answer all the same: restore. */
const MOST_NAMED = 100;

/**
 * Recomputes the whole log in one snapshot: every entry and chain, the Merkle tree, every signed checkpoint, and one that
 * the caller kept, if given. Names what was altered. The verification is itself written to the log.
 */
export const verifyAudit = query({
  name: "audit.verify",
  input: verificationInput,
  run: async ({ ctx, input }): Promise<AuditVerification> => {
    const found = await ctx.db.transaction(
      (tx) => verifyLog(tx, input.point ? [plain(input.point)] : [], MOST_NAMED),
      {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      },
    );
    return { ...found, intact: found.alterees.length === 0, verifie_le: ctx.now.toISOString() };
  },
  exports: ({ entrees, alterees }) => ({
    type: "audit",
    id: "journal",
    data: { entrees, alterees: alterees.length },
  }),
});

/** Forms and e-mail programs write lines in their own way. */
const plain = (note: string) => note.replaceAll("\r", "").replace(/[ \t\u00a0]+$/gm, "");
