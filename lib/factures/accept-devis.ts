import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { decideDevis } from "./devis-transitions";

/** The client accepts a quote, or the agency records the signed paper. Throws `invalidTransition`, `notFound`. */
export const acceptDevis = command({
  name: "devis.accept",
  input: byId,
  run: ({ db, input, ctx, scope }) => decideDevis(db, ctx, scope, input.id, { statut: "accepte" }),
});
