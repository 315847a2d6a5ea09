import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findDevis } from "./devis-store";
import { presentDevis } from "./present-devis";

/** One quote with its lines. Throws `notFound` when absent, out of reach, or not sent yet to its client. */
export const readDevis = query({
  name: "devis.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findDevis(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentDevis(file, ctx);
  },
  reads: (devis) => ({ type: "devis", id: devis.id, agenceId: devis.agence_id }),
});
