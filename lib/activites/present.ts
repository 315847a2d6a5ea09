import type { Locale } from "@/lib/foundation/context";
import { centsToDecimal, multiplyRate } from "@/lib/foundation/money";
import type { TarifListRow } from "./prix-store";
import type { ActiviteShape, PrixShape, TarifShape } from "./schemas";
import type { PrixRow } from "./store";
import type { ActiviteRow } from "./tarif-store";

/** An activity with what each agency asks; `locale` picks the label. */
export function presentActivite(row: ActiviteRow, prix: readonly PrixRow[], locale: Locale): ActiviteShape {
  return {
    id: row.id,
    code: row.code,
    numero_legal: row.numeroLegal,
    pays: row.pays,
    famille: row.famille,
    regime: row.regime,
    libelle: row.libelles[locale],
    libelles: row.libelles,
    libelle_legal: row.libellesLegaux[locale],
    libelles_legaux: row.libellesLegaux,
    reference_legale: row.referenceLegale,
    urssaf_nature: row.urssafNature,
    offre_globale: row.offreGlobale,
    duree_max_min: row.dureeMaxMin,
    plafond_credit_impot: row.plafondCreditImpot === null ? null : centsToDecimal(row.plafondCreditImpot),
    actif: row.actif,
    version: row.version,
    prix: prix.filter(({ tarif }) => tarif.activiteId === row.id).map(presentPrix),
  };
}

function presentPrix({ tarif, agence, avantage }: PrixRow): PrixShape {
  return {
    agence_id: agence.id,
    agence: agence.nom,
    pays: agence.pays,
    devise: agence.devise,
    prix_horaire_ttc: centsToDecimal(tarif.prixHoraireTtc),
    prix_horaire_apres_credit: avantage
      ? centsToDecimal(tarif.prixHoraireTtc - multiplyRate(tarif.prixHoraireTtc, avantage.tauxBp))
      : null,
    credit_impot: avantage && { taux: percentOf(avantage.tauxBp), reference: avantage.reference },
    minimum_min: tarif.minimumMin,
    taux_tva: percentOf(tarif.tauxTvaBp),
    du: tarif.du,
  };
}

export function presentTarif(row: TarifListRow): TarifShape {
  return {
    id: row.id,
    agence_id: row.agenceId,
    activite_id: row.activiteId,
    type: row.code,
    prix_horaire_ttc: centsToDecimal(row.prixHoraireTtc),
    devise: row.devise,
    minimum_min: row.minimumMin,
    taux_tva: percentOf(row.tauxTvaBp),
    du: row.du,
    au: row.au,
    cree_le: row.creeLe.toISOString(),
  };
}

/** Basis points as a percentage: 550 → `"5.50"`. */
export const percentOf = (basisPoints: number): string => centsToDecimal(basisPoints);
