import { query } from "@/lib/foundation/operation";
import { findHistory } from "./find-history";
import { type HistoryVerification, historyTarget } from "./schemas-history";
import { verifyStreams } from "./verify-log";

const MOST_NAMED = 100;

/**
 * Recomputes, now and in one snapshot, every chain of one object and of what belongs to it: texts, hashes, links, numbers
 * without gap, ends, and what was sealed. Names what was altered; itself written to the log. Throws `notFound`.
 */
export const verifyHistory = query({
  name: "audit.verifyHistory",
  input: historyTarget,
  run: async ({ ctx, input, scope }): Promise<HistoryVerification> => {
    const found = await ctx.db.transaction(
      async (tx) => {
        const objets = await findHistory(tx, scope, input);
        return verifyStreams(
          tx,
          objets.map(({ type, id }) => `${type}:${id}`),
          MOST_NAMED,
        );
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    return { ...found, intact: found.alterees.length === 0, verifie_le: ctx.now.toISOString() };
  },
  exports: ({ entrees, alterees }, { objet, objet_id }) => ({
    type: "audit",
    id: "historique",
    data: { objet, objet_id, entrees, alterees: alterees.length },
  }),
});
