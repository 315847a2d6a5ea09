import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentTache } from "./present-tache";
import type { Tache } from "./schemas-tache";
import { findTache, findTacheById } from "./tache-store";

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

/** Work just made, as its maker sees it: the answer 202 of an operation that calls `createTache`. */
export async function answerTache(db: Queryable, ctx: Context, id: number): Promise<Tache> {
  const row = await findTacheById(db, id);
  if (!row) throw new Refused("notFound");
  return presentTache(row, ctx);
}
