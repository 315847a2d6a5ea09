import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentIntervenant } from "./present";
import { findIntervenant } from "./store";

/** One intervenant's file. The reading is written to the log. Throws `notFound` when absent or out of reach. */
export const readIntervenant = query({
  name: "intervenant.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const row = await findIntervenant(db, scope, input.id);
    if (!row) throw new Refused("notFound");
    return presentIntervenant(row, ctx);
  },
  reads: (file) => ({ type: "intervenant", id: file.id, agenceId: file.agence_id }),
});
