import type { ActorRole } from "@/lib/foundation/context";
import type { AgenceWithHours } from "./agence-store";
import type { AgenceShape } from "./schemas-agence";

const staff: readonly ActorRole[] = ["admin", "gestionnaire", "auditeur", "system"];

/** An agency for a role: its face for everyone, its settings for staff. */
export function presentAgence(row: AgenceWithHours, role: ActorRole): AgenceShape {
  const face = {
    id: row.id,
    code: row.code,
    nom: row.nom,
    voie: row.voie,
    code_postal: row.codePostal,
    commune: row.commune,
    pays: row.pays,
    devise: row.devise,
    fuseau: row.fuseau,
    telephone: row.telephone,
    email: row.email,
    numero_declaration: row.numeroDeclaration,
    preavis_annulation_heures: row.preavisAnnulationHeures,
    frais_annulation_bp: row.fraisAnnulationBp,
    horaires: row.horaires,
  };
  return staff.includes(role) ? { ...face, ...settingsOf(row) } : face;
}

function settingsOf(row: AgenceWithHours) {
  return {
    forme_juridique: row.formeJuridique,
    capital: row.capital,
    latitude: row.latitude,
    longitude: row.longitude,
    identifiant: row.identifiant,
    registre: row.registre,
    numero_tva: row.numeroTva,
    date_declaration: row.dateDeclaration,
    numero_agrement: row.numeroAgrement,
    date_agrement: row.dateAgrement,
    mediateur: row.mediateur,
    iban: row.iban,
    bic: row.bic,
    serie_facture: row.serieFacture,
    delai_paiement_jours: row.delaiPaiementJours,
    retenue_heures: row.retenueHeures,
    actif: row.actif,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}
