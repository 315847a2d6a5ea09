import { centsToDecimal } from "@/lib/foundation/money";
import { query } from "@/lib/foundation/operation";
import { previewMonth } from "./preparation-store";
import { facturePreviewInput } from "./schemas";

/** What a month would bill, client by client, and the visits that still wait for validation. */
export const previewFactures = query({
  name: "facture.preview",
  input: facturePreviewInput,
  run: async ({ db, input, scope }) => {
    const rows = await previewMonth(db, scope, input.periode, input.agence_id);
    return {
      periode: input.periode,
      clients: rows.map((row) => ({
        client_id: row.clientId,
        client_nom: `${row.prenom} ${row.nom}`.trim(),
        agence_id: row.agenceId,
        prestations: row.prestations,
        heures: row.minutes / 60,
        total_ttc: centsToDecimal(row.totalTtc),
        devise: row.devise,
        a_valider: row.aValider,
        brouillon_id: row.brouillonId,
      })),
    };
  },
});
