import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentClient } from "./present";
import { findClient } from "./store";

/** One client's whole file. The reading is written to the log. Throws `notFound` when absent or out of reach. */
export const readClient = query({
  name: "client.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findClient(db, scope, ctx.now, input.id);
    if (!file) throw new Refused("notFound");
    return presentClient(file, ctx);
  },
  reads: (file) => ({ type: "client", id: file.id, agenceId: file.agence_id }),
});
