import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findDevis } from "./devis-store";
import { renderDevis } from "./pdf/render-devis";
import { devisInstantane } from "./schemas-devis";

/** The PDF of a quote that was sent, from what was frozen then. Every export is logged. Throws `notAcceptable` before. */
export const exportDevis = query({
  name: "devis.export",
  input: byId,
  run: async ({ db, input, scope }) => {
    const file = await findDevis(db, scope, input.id);
    if (!file) throw new Refused("notFound");
    const { id, agenceId, numero, statut, instantane } = file.devis;
    if (statut === "brouillon") throw new Refused("notAcceptable");
    const bytes = await renderDevis(devisInstantane.parse(instantane));
    return { name: `${numero}.pdf`, bytes, id, agenceId };
  },
  exports: ({ id, agenceId }) => ({ type: "devis", id, agenceId }),
});
