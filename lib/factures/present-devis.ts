import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { creditDevis } from "./devis";
import type { DevisFileRow, DevisListRow } from "./devis-store";
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
  const credit = avantage ? creditDevis(lignes, avantage) : 0;
  return {
    ...presentDevisSummary(file, ctx),
    lignes: lignes.map((ligne) => ({
      rang: ligne.rang,
      type: ligne.code,
      libelle: ligne.libelles[ctx.locale],
      frequence: ligne.frequence,
      fois: ligne.fois,
      duree: ligne.seanceMin / 60,
      heures: ligne.quantiteMin / 60,
      prix_horaire_ttc: centsToDecimal(ligne.prixUnitaireTtc),
      taux_tva: centsToDecimal(ligne.tauxTvaBp),
      montant_ht: centsToDecimal(ligne.montantHt),
      montant_tva: centsToDecimal(ligne.montantTva),
      montant_ttc: centsToDecimal(ligne.montantTtc),
    })),
    credit_impot: avantage
      ? {
          taux: centsToDecimal(avantage.tauxBp),
          montant: centsToDecimal(credit),
          reste_a_charge: centsToDecimal(devis.totalTtc - credit),
        }
      : null,
    pdf: devis.statut !== "brouillon",
  };
}
