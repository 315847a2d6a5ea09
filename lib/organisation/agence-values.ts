import type { z } from "zod";
import type { agencePatch } from "./schemas-agence";

type Fields = Omit<z.output<typeof agencePatch>, "id" | "version" | "horaires">;

/** The API's names of an agency's fields as the table's; absent ones stay absent. */
export function agenceValues(fields: Fields) {
  const { code_postal, forme_juridique, numero_tva, numero_declaration, date_declaration, ...rest } = fields;
  const { numero_agrement, date_agrement, delai_paiement_jours, retenue_heures, ...others } = rest;
  const { preavis_annulation_heures, frais_annulation_bp, ...same } = others;
  return {
    ...same,
    codePostal: code_postal,
    formeJuridique: forme_juridique,
    numeroTva: numero_tva,
    numeroDeclaration: numero_declaration,
    dateDeclaration: date_declaration,
    numeroAgrement: numero_agrement,
    dateAgrement: date_agrement,
    delaiPaiementJours: delai_paiement_jours,
    retenueHeures: retenue_heures,
    preavisAnnulationHeures: preavis_annulation_heures,
    fraisAnnulationBp: frais_annulation_bp,
  };
}
