import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findIncident } from "./incident-store";
import { presentFile } from "./present";

/** One incident with its clocks and everything that was done. Throws `notFound`. */
export const readIncident = query({
  name: "incident.read",
  input: byId,
  run: async ({ db, input, ctx }) => {
    const file = await findIncident(db, input.id);
    if (!file) throw new Refused("notFound");
    return presentFile(db, file, ctx);
  },
  reads: ({ id }) => ({ type: "incident", id }),
});
