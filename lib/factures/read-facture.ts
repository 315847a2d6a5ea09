import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentFacture } from "./present";
import { findFacture } from "./store";

/** One invoice with its lines and payments. Throws `notFound` when absent, out of reach, or a draft to its client. */
export const readFacture = query({
  name: "facture.read",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findFacture(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    return presentFacture(file, ctx);
  },
  reads: (facture) => ({ type: "facture", id: facture.id, agenceId: facture.agence_id }),
});
