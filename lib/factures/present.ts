import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { civilDay } from "@/lib/foundation/zoned";
import { balance, isPayable } from "./facture";
import type { FactureShape, FactureSummary } from "./schemas";
import type { FactureFileRow, FactureListRow, PaiementRow } from "./store";

/** An invoice as lists show it; to an auditeur the client is a pseudonym. */
export function presentFactureSummary(
  { facture, client, fuseau }: FactureListRow,
  ctx: Context,
): FactureSummary {
  const hidden = ctx.actor.role === "auditeur";
  const open = isPayable(facture);
  const { reste, trop } = balance(facture);
  return {
    id: facture.id,
    type: facture.type,
    numero: facture.numero,
    agence_id: facture.agenceId,
    client_id: facture.clientId,
    client_nom: hidden ? pseudonym("client", facture.clientId) : `${client.prenom} ${client.nom}`.trim(),
    periode: facture.periode,
    langue: facture.langue,
    date_emission: facture.dateEmission,
    echeance: facture.echeance,
    echue: open && facture.echeance !== null && facture.echeance < civilDay(ctx.now, fuseau),
    total_ht: centsToDecimal(facture.totalHt),
    total_tva: centsToDecimal(facture.totalTva),
    total_ttc: centsToDecimal(facture.totalTtc),
    reste_a_payer: centsToDecimal(reste),
    credite: centsToDecimal(facture.credite),
    a_rembourser: centsToDecimal(trop),
    facture_origine_id: facture.factureOrigineId,
    motif: hidden ? "" : facture.motif,
    devise: facture.devise,
    statut: facture.statut,
    version: facture.version,
    cree_le: facture.creeLe.toISOString(),
    modifie_le: facture.modifieLe.toISOString(),
  };
}

export function presentFacture(file: FactureFileRow, ctx: Context): FactureShape {
  return {
    ...presentFactureSummary(file, ctx),
    avoirs: file.avoirs.map((one) => ({
      id: one.id,
      numero: one.numero,
      date_emission: one.dateEmission,
      total_ttc: centsToDecimal(one.totalTtc),
    })),
    facture_origine: file.origine && { id: file.origine.id, numero: file.origine.numero },
    lignes: file.lignes.map((ligne) => ({
      rang: ligne.rang,
      prestation_id: ligne.prestationId,
      libelle: ligne.libelle,
      date: ligne.debut ? civilDay(ligne.debut, file.fuseau) : null,
      quantite: ligne.unite === "heure" ? ligne.quantiteMin / 60 : 1,
      unite: ligne.unite,
      prix_unitaire_ttc: centsToDecimal(ligne.prixUnitaireTtc),
      taux_tva: centsToDecimal(ligne.tauxTvaBp),
      montant_ht: centsToDecimal(ligne.montantHt),
      montant_tva: centsToDecimal(ligne.montantTva),
      montant_ttc: centsToDecimal(ligne.montantTtc),
      credite_ttc: centsToDecimal(ligne.credite),
    })),
    paiements: file.paiements.map((one) => presentPaiement(one, file.facture.devise, ctx)),
    pdf: file.facture.statut !== "brouillon",
  };
}

export function presentPaiement(row: PaiementRow, devise: string, ctx: Context) {
  return {
    id: row.id,
    facture_id: row.factureId,
    montant: centsToDecimal(row.montant),
    devise,
    mode: row.mode,
    date: row.date,
    reference: ctx.actor.role === "auditeur" ? "" : row.reference,
  };
}
