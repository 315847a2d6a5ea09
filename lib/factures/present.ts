import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { civilDay } from "@/lib/foundation/zoned";
import type { FactureShape, FactureSummary } from "./schemas";
import type { FactureFileRow, FactureListRow, PaiementRow } from "./store";

/** An invoice as lists show it; to an auditeur the client is a pseudonym. */
export function presentFactureSummary(
  { facture, client, fuseau }: FactureListRow,
  ctx: Context,
): FactureSummary {
  const hidden = ctx.actor.role === "auditeur";
  const open = facture.statut === "emise" || facture.statut === "partiellement_payee";
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
    reste_a_payer: centsToDecimal(
      open || facture.statut === "brouillon" ? facture.totalTtc - facture.paye : 0,
    ),
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
    lignes: file.lignes.map((ligne) => ({
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
