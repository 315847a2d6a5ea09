import { centsToDecimal } from "@/lib/foundation/money";
import { query } from "@/lib/foundation/operation";
import { findAvantage } from "./emission-store";
import { presentCredit, presentLignes } from "./present-devis";
import { priceDevis } from "./price-devis";
import { devisPreview } from "./schemas-devis";

/** What a quote would come to, line by line, without making one. Throws as `createDevis` does. */
export const previewDevis = query({
  name: "devis.preview",
  input: devisPreview,
  run: async ({ db, input, ctx, scope }) => {
    const { quoted, jour, lignes, totaux, activites } = await priceDevis(db, ctx, scope, input);
    const rows = lignes.map((ligne, index) => {
      const activite = activites[index] as (typeof activites)[number];
      const { code, libelles, plafondCreditImpot: plafond } = activite;
      return { ...ligne, code, libelles, plafond };
    });
    const avantage = await findAvantage(db, quoted.agence.pays, jour);
    return {
      devise: quoted.agence.devise,
      lignes: presentLignes(rows, ctx),
      total_ht: centsToDecimal(totaux.htCents),
      total_tva: centsToDecimal(totaux.tvaCents),
      total_ttc: centsToDecimal(totaux.ttcCents),
      credit_impot: presentCredit(rows, totaux.ttcCents, avantage),
    };
  },
});
