import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deleteDevisRow, lockDevis } from "./devis-store";
import { refuseState } from "./devis-transitions";

/** Throws away a quote that was not sent. Throws `invalidTransition` once it was. */
export const deleteDevis = command({
  name: "devis.delete",
  input: byId,
  run: async ({ db, input, scope }) => {
    const devis = await lockDevis(db, scope, input.id);
    if (!devis) throw new Refused("notFound");
    if (devis.statut !== "brouillon") throw refuseState(devis.statut, "supprime");
    await deleteDevisRow(db, devis.id);
    const data = { client_id: devis.clientId };
    return {
      change: { objet: { type: "devis", id: devis.id }, agenceId: devis.agenceId, data },
      result: null,
    };
  },
});
