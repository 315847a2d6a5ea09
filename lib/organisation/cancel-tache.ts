import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentTache } from "./present-tache";
import { cancelTacheRow, findTache } from "./tache-store";

/**
 * Stops long work before its end: what it was doing is undone when it next says how far it is. Throws `notFound` for
 * somebody else's, `invalidTransition` for what has ended.
 */
export const cancelTache = command({
  name: "tache.cancel",
  input: byId,
  run: async ({ db, input: { id }, ctx, scope }) => {
    const found = await findTache(db, scope, id);
    if (!found) throw new Refused("notFound");
    const row = await cancelTacheRow(db, id, ctx.now);
    if (!row) {
      const now = (await findTache(db, scope, id)) ?? found;
      throw new Refused("invalidTransition", {
        params: { from: now.statut, to: "annulee", allowed: "none" },
        extra: { allowed: [] },
      });
    }
    return {
      change: { objet: { type: "tache", id }, data: { type: row.type } },
      result: presentTache(row, ctx),
    };
  },
});
