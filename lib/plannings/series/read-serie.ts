import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentSerie } from "./present";
import { findSerie } from "./store";

/** One series. The reading is written to the log. Throws `notFound` when absent or out of reach. */
export const readSerie = query({
  name: "serie.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findSerie(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentSerie(file, ctx);
  },
  reads: ({ id, agence_id }) => ({ type: "serie", id, agenceId: agence_id }),
});
