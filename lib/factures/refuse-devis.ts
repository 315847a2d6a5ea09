import { command } from "@/lib/foundation/operation";
import { decideDevis } from "./devis-transitions";
import { devisRefusal } from "./schemas-devis";

/** The client says no to a quote, with a reason if they wish. Throws `invalidTransition`, `notFound`. */
export const refuseDevis = command({
  name: "devis.refuse",
  input: devisRefusal,
  run: ({ db, input, ctx, scope }) =>
    decideDevis(db, ctx, scope, input.id, { statut: "refuse", motifRefus: input.motif }),
});
