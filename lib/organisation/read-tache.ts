import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentTache } from "./present-tache";
import { findTache } from "./tache-store";

/** How far a piece of long work is. Throws `notFound` for somebody else's. */
export const readTache = query({
  name: "tache.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const row = await findTache(db, scope, input.id);
    if (!row) throw new Refused("notFound");
    return presentTache(row, ctx);
  },
});
