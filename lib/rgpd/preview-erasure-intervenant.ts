import { Refused, refuseField } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { keptOf } from "./kept";
import { findHeld } from "./kept-store";
import type { Kept } from "./schemas-kept";

/**
 * What the law makes the agency keep of an intervenant who asks to be erased, until when and why, and the day on which
 * the file goes by itself. Changes nothing. Throws `notFound` out of reach, `clientErased` once nothing is left.
 */
export const previewErasureIntervenant = query({
  name: "rgpd.previewErasureIntervenant",
  input: byId,
  run: async ({ db, input: { id }, scope }): Promise<Kept> => {
    const found = await findHeld(db, scope, id);
    if (!found) throw new Refused("notFound");
    if (found.effaceLe) throw refuseField("clientErased", "id");
    return { intervenant_id: id, ...keptOf(found.held, found.fuseau), fuseau: found.fuseau };
  },
  reads: ({ intervenant_id }) => ({ type: "intervenant", id: intervenant_id }),
});
