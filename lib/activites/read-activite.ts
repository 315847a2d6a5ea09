import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { presentActivite } from "./present";
import { activiteRead } from "./schemas";
import { findActivite, findPrix } from "./store";

/** One activity, by id or by code, with today's prices. Throws `notFound`. */
export const readActivite = query({
  name: "activite.read",
  input: activiteRead,
  run: async ({ db, input, ctx }) => {
    const row = await findActivite(db, input.id);
    if (!row || (!row.actif && ctx.actor.role !== "admin")) throw new Refused("notFound");
    return presentActivite(row, await findPrix(db, ctx.now, { activiteIds: [row.id] }), ctx.locale);
  },
});
