import { z } from "zod";
import { sha256 } from "@/lib/foundation/canonical";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { storeFichier } from "./fichier-store";
import { factureInstantane } from "./instantane";
import { renderFacture } from "./pdf/render-facture";
import { lockFacture } from "./store";

/**
 * Makes the PDF of an issued invoice from its frozen snapshot and stores it once; a second call changes nothing.
 * Throws `notFound` for an unknown one, `notAcceptable` for a draft, `invoiceExpired` for one
 * whose content was destroyed.
 */
export const renderStoredFacture = command({
  name: "facture.render",
  input: z.object({ facture_id: id }),
  run: async ({ db, input, ctx, scope }) => {
    const facture = await lockFacture(db, scope, input.facture_id);
    if (!facture) throw new Refused("notFound");
    if (facture.statut === "brouillon") throw new Refused("notAcceptable");
    if (facture.contenuDetruitLe) throw new Refused("invoiceExpired");
    if (facture.fichierId !== null) return { change: [], result: facture.fichierId };
    const contenu = await renderFacture(factureInstantane.parse(facture.instantane));
    const digest = sha256(contenu);
    const nom = `${facture.numero}.pdf`;
    const values = {
      sha256: digest,
      type: "application/pdf",
      nom,
      taille: contenu.length,
      contenu,
      creeLe: ctx.now,
    };
    const fichierId = await storeFichier(db, facture.id, values, ctx.now);
    return {
      change: {
        objet: { type: "facture", id: facture.id },
        agenceId: facture.agenceId,
        data: { sha256: digest },
      },
      result: fichierId,
    };
  },
});
