import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { presentPaiement } from "./present";
import { findFacture } from "./store";

/** Payments of one invoice, oldest first. */
export const listPaiements = query({
  name: "paiement.list",
  input: byId,
  run: async ({ db, input, ctx, scope }) => {
    const file = await findFacture(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    const results = file.paiements.map((one) => presentPaiement(one, file.facture.devise, ctx));
    return { results, next: null, previous: null };
  },
});
