import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { creditDevis } from "./devis";
import type { DevisFileRow, DevisLigneRow, DevisListRow } from "./devis-store";
import type { DevisShape, DevisSummary } from "./schemas-devis";

/** A quote as lists show it; to an auditeur the client is a pseudonym. */
export function presentDevisSummary({ devis, client }: DevisListRow, ctx: Context): DevisSummary {
  const hidden = ctx.actor.role === "auditeur";
  return {
    id: devis.id,
    numero: devis.numero,
    agence_id: devis.agenceId,
    client_id: devis.clientId,
    client_nom: hidden ? pseudonym("client", devis.clientId) : `${client.prenom} ${client.nom}`.trim(),
    statut: devis.statut,
    langue: devis.langue,
    date_emission: devis.dateEmission,
    valide_jusquau: devis.valideJusquau,
    devise: devis.devise,
    total_ht: centsToDecimal(devis.totalHt),
    total_tva: centsToDecimal(devis.totalTva),
    total_ttc: centsToDecimal(devis.totalTtc),
    decide_le: devis.decideLe?.toISOString() ?? null,
    decision: devis.decision,
    motif_refus: hidden ? "" : devis.motifRefus,
    version: devis.version,
    cree_le: devis.creeLe.toISOString(),
    modifie_le: devis.modifieLe.toISOString(),
  };
}

export function presentDevis(file: DevisFileRow, ctx: Context): DevisShape {
  const { devis, lignes, avantage } = file;
  return {
    ...presentDevisSummary(file, ctx),
    lignes: presentLignes(lignes, ctx),
    credit_impot: presentCredit(lignes, devis.totalTtc, avantage),
    pdf: devis.statut !== "brouillon",
  };
}

type Ligne = Omit<DevisLigneRow, "id" | "devisId" | "libellesLegaux">;

/** Lines in the caller's language. */
export function presentLignes(lignes: readonly Ligne[], { locale }: Pick<Context, "locale">) {
  return lignes.map((ligne) => ({
    rang: ligne.rang,
    type: ligne.code,
    libelle: ligne.libelles[locale],
    frequence: ligne.frequence,
    fois: ligne.fois,
    duree: ligne.seanceMin / 60,
    heures: ligne.quantiteMin / 60,
    prix_horaire_ttc: centsToDecimal(ligne.prixUnitaireTtc),
    taux_tva: centsToDecimal(ligne.tauxTvaBp),
    montant_ht: centsToDecimal(ligne.montantHt),
    montant_tva: centsToDecimal(ligne.montantTva),
    montant_ttc: centsToDecimal(ligne.montantTtc),
  }));
}

/** The indicative tax credit; null where the law gives none. */
export function presentCredit(
  lignes: readonly Pick<DevisLigneRow, "frequence" | "montantTtc" | "plafond">[],
  totalTtc: number,
  avantage: DevisFileRow["avantage"],
): DevisShape["credit_impot"] {
  if (!avantage) return null;
  const credit = creditDevis(lignes, avantage);
  return {
    taux: centsToDecimal(avantage.tauxBp),
    montant: centsToDecimal(credit),
    reste_a_charge: centsToDecimal(totalTtc - credit),
  };
}
