import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findDemande } from "./demande-store";
import { presentDemande } from "./present";
import { withPersonNow } from "./rectification/person-now";

/** One rights request with its clock. Throws `notFound` when absent or out of reach. */
export const readDemande = query({
  name: "rgpd.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findDemande(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentDemande(await withPersonNow(db, ctx, scope, file), ctx);
  },
  reads: ({ id, agence_id }) => ({ type: "rgpd", id, agenceId: agence_id }),
});
