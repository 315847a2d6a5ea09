import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { holds } from "./chain";
import { factureFaults, findFacture, linkOf } from "./facture-faults-store";
import { frozenFaults } from "./frozen";
import type { Faute, Verification } from "./schemas";

/** One invoice or credit note recomputed, held against its chain, its file and the log, now. Throws `notFound`. */
export const verifyFacture = query({
  name: "integrite.verifyFacture",
  input: byId,
  run: async ({ db, input, ctx, scope }): Promise<Verification> => {
    const facture = await findFacture(db, scope, input.id);
    if (!facture) throw new Refused("notFound");
    const fautes: Faute[] = (await factureFaults(db, facture.id)).map(({ faute }) => faute);
    const chained = await linkOf(db, facture.id);
    if (chained) {
      fautes.push(...frozenFaults(chained.link));
      if (!chained.link.broken && !chained.link.detruit && !holds(chained.link, chained.before))
        fautes.push("chaine");
    }
    return {
      type: "facture",
      id: facture.id,
      agence_id: facture.agenceId,
      intact: fautes.length === 0,
      fautes,
      contenu_detruit_le: facture.contenuDetruitLe?.toISOString() ?? null,
      verifie_le: ctx.now.toISOString(),
    };
  },
  exports: ({ id, agence_id: agenceId, fautes }) => ({ type: "facture", id, agenceId, data: { fautes } }),
});
