import { clock, lastDayOf } from "./calendar";
import { half } from "./cents";
import type { Adresse, Client } from "./clients";
import { legalLabel } from "./data/activites";
import { agencesRows } from "./data/agences";
import { billedMinutes, type Facture, unitPrice } from "./factures";
import { at } from "./random";

/** Everything the document says, in the shape that is frozen at issue; nothing is looked up later. */
export function makeInstantane(
  facture: Facture,
  client: Client,
  home: Adresse,
  matricules: readonly string[],
) {
  const { langue, totaux, agenceId } = facture;
  const france = agenceId !== 3;
  return {
    version: 1,
    numero: facture.numero,
    type: "facture",
    avoir_de: null,
    langue,
    date_emission: facture.dateEmission,
    echeance: facture.echeance,
    periode: { debut: `${facture.periode}-01`, fin: lastDayOf(facture.periode) },
    devise: facture.devise,
    pays: france ? "FR" : "DZ",
    emetteur: emetteur(agenceId),
    client: {
      id: client.id,
      nom: `${client.prenom} ${client.nom}`,
      adresse: [home.voie, home.complement ?? "", `${home.codePostal} ${home.commune}`].filter(Boolean),
      siren: null,
    },
    lignes: facture.lignes.map(({ visit, libelle, montants }) => ({
      prestation_id: visit.id ?? null,
      date: visit.jour,
      debut: clock(visit.minute),
      fin: clock(visit.minute + visit.duree),
      activite_libelle: libelle,
      activite_libelle_fr: langue === "fr" ? null : legalLabel(visit.activiteId, "fr"),
      intervenant_matricule: matricules[(visit.intervenantId ?? 1) - 1] ?? null,
      quantite_min: billedMinutes(visit),
      unite: visit.statut === "annulee" ? "forfait" : "heure",
      prix_unitaire_ttc: unitPrice(visit),
      taux_tva_bp: visit.tauxTvaBp,
      montant_ht: montants.ht,
      montant_tva: montants.tva,
      montant_ttc: montants.ttc,
    })),
    frais: [],
    tva: totaux.parTaux.map(({ tauxBp, ht, tva }) => ({ taux_bp: tauxBp, base_ht: ht, tva })),
    total_ht: totaux.ht,
    total_tva: totaux.tva,
    total_ttc: totaux.ttc,
    paiements: [],
    reste: totaux.ttc,
    mentions: france ? [{ cle: "penalitesParticulier", params: {} }] : [],
    credit_impot: france ? { eligible: true, taux_bp: 5000, montant_indicatif: half(totaux.ttc) } : null,
    exoneration: null,
  };
}

function emetteur(agenceId: number) {
  const agence = at(agencesRows, agenceId - 1);
  const france = agence.pays === "FR";
  return {
    nom: agence.nom,
    forme_juridique: agence.formeJuridique,
    capital: agence.capital,
    adresse: [agence.voie, `${agence.codePostal} ${agence.commune}`],
    siren: france ? agence.identifiant : null,
    rcs: france ? agence.registre : null,
    numero_tva: agence.numeroTva || null,
    autres_identifiants: france
      ? []
      : [
          { libelle: "NIF", valeur: agence.identifiant },
          { libelle: "RC", valeur: agence.registre },
        ],
    numero_declaration: agence.numeroDeclaration || null,
    date_declaration: agence.dateDeclaration,
    numero_agrement: agence.numeroAgrement || null,
    date_agrement: agence.dateAgrement,
    telephone: agence.telephone,
    email: agence.email,
    iban: agence.iban || null,
    bic: agence.bic || null,
    mediateur: agence.mediateur || null,
    mode: "prestataire",
  };
}
