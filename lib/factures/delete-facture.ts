import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deleteDraft, lockFacture } from "./store";

/** Throws a draft away; its visits are free again. Throws `invoiceFrozen` for anything already issued. */
export const deleteFacture = command({
  name: "facture.delete",
  input: byId,
  run: async ({ db, input, scope }) => {
    const draft = await lockFacture(db, scope, input.id);
    if (!draft) throw new Refused("notFound");
    if (draft.statut !== "brouillon") throw new Refused("invoiceFrozen");
    await deleteDraft(db, draft.id);
    const data = { periode: draft.periode, client_id: draft.clientId };
    return {
      change: { objet: { type: "facture", id: draft.id }, agenceId: draft.agenceId, data },
      result: null,
    };
  },
});
