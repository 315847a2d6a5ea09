import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentPrestation } from "./present";
import { findPrestation } from "./store";

/** One visit. The reading is written to the log. Throws `notFound` when absent or out of reach. */
export const readPrestation = query({
  name: "prestation.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findPrestation(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentPrestation(file, ctx);
  },
  reads: ({ id, agence_id }) => ({ type: "prestation", id, agenceId: agence_id }),
});
