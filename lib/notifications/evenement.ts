import type { Gabarit } from "@/lib/organisation/courriel/gabarit";

/** `titulaire`: the owner of the account that an event is about. */
export type Public = "client" | "intervenant" | "equipe" | "titulaire";
/** `courriel`: sent besides the notice. `soi`: told even when they did it themselves, as a receipt. */
type Annonce = { courriel?: Gabarit; soi?: boolean };

/** Who is told of what. An event that is not here tells nobody. */
export const annonces: Readonly<Record<string, Partial<Record<Public, Annonce>>>> = {
  "reservation.demandee": {
    client: { courriel: "reservationReceived", soi: true },
    equipe: { courriel: "newRequest" },
  },
  "reservation.acceptee": { client: { courriel: "reservationAccepted" }, intervenant: {} },
  "reservation.refusee": { client: { courriel: "reservationRefused" } },
  "reservation.annulee": {
    client: { courriel: "reservationCancelled" },
    equipe: { courriel: "requestCancelled" },
    intervenant: {},
  },
  "reservation.expiree": { client: { courriel: "reservationExpired" }, equipe: {} },
  "prestation.creee": { client: {}, intervenant: {} },
  "prestation.modifiee": { client: {}, intervenant: {} },
  "prestation.deplacee": { client: { courriel: "visitMoved" }, equipe: {}, intervenant: {} },
  "prestation.annulee": {
    client: { courriel: "visitCancelled" },
    equipe: { courriel: "requestCancelled" },
    intervenant: {},
  },
  "prestation.commencee": { client: {} },
  "prestation.realisee": { client: { courriel: "visitToValidate" } },
  "prestation.validee": { intervenant: {} },
  "prestation.rappel": { client: { courriel: "visitReminder" }, intervenant: {} },
  "serie.creee": { client: {}, intervenant: {} },
  "serie.modifiee": { client: {}, intervenant: {} },
  "serie.arretee": { client: {}, intervenant: {} },
  "planning.publie": { client: {}, intervenant: {} },
  "facture.emise": { client: { courriel: "invoiceIssued" } },
  "facture.avoir": { client: { courriel: "creditNoteIssued" } },
  "devis.envoye": { client: { courriel: "quoteSent" } },
  "devis.accepte": { equipe: {}, client: {} },
  "devis.refuse": { equipe: {} },
  "facture.echue": { client: { courriel: "invoiceOverdue" } },
  "avis.depose": { equipe: {} },
  "avis.publie": { client: {} },
  "avis.refuse": { client: { courriel: "reviewRefused" } },
  "avis.repondu": { client: {} },
  "avis.demande": { client: { courriel: "reviewAsked", soi: true } },
  // Answers that the law asks for: told to those with an account and to those without, also as a receipt.
  "rgpd.recue": {
    client: { courriel: "rightsReceived", soi: true },
    intervenant: { courriel: "rightsReceived", soi: true },
    equipe: { courriel: "rightsToAnswer" },
  },
  "rgpd.prolongee": {
    client: { courriel: "rightsExtended" },
    intervenant: { courriel: "rightsExtended" },
  },
  "rgpd.acceptee": {
    client: { courriel: "rightsAccepted" },
    intervenant: { courriel: "rightsAccepted" },
  },
  "rgpd.effacement": { client: { courriel: "rightsErasure" }, intervenant: { courriel: "rightsAccepted" } },
  "rgpd.rectifiee": {
    client: { courriel: "rightsCorrected" },
    intervenant: { courriel: "rightsCorrected" },
  },
  "rgpd.refusee": { client: { courriel: "rightsRefused" }, intervenant: { courriel: "rightsRefused" } },
  "rgpd.close": { client: { courriel: "rightsDone" }, intervenant: { courriel: "rightsDone" } },
  "absence.demandee": { equipe: {} },
  "absence.approuvee": { intervenant: { courriel: "absenceApproved" } },
  "absence.refusee": { intervenant: { courriel: "absenceRefused" } },
  "absence.retiree": { intervenant: {} },
  "alerte.retard": { equipe: { courriel: "alertLate" } },
  "alerte.sans_depart": { equipe: {} },
  "alerte.a_affecter": { equipe: { courriel: "alertUnassigned" } },
  "alerte.facture_echue": { equipe: {} },
  "alerte.droits_echeance": { equipe: { courriel: "alertRights" } },
  "alerte.avis_bas": { equipe: { courriel: "alertLowReview" } },
  // The message about a new password is written with the change itself, in lib/organisation.
  "compte.mot_de_passe": { titulaire: { soi: true } },
  "compte.role": { titulaire: { courriel: "roleChanged" } },
  "compte.desactive": { titulaire: { courriel: "accountDisabled" } },
  "compte.verrouille": { titulaire: { courriel: "signInLocked" } },
};

/** `restored`: the visit of a request not granted stands where it was before. */
type Ids = {
  prestationId?: number;
  factureId?: number;
  devisId?: number;
  intervenantId?: number;
  demandeId?: number;
  restored?: boolean;
};

/** The page where a reader sees what happened, below the language. */
export function pageFor(reader: Public, type: string, ids: Ids): string {
  if (reader === "titulaire") return type === "compte.role" ? "/notifications" : "/mot-de-passe";
  if (reader === "equipe") return pageForTeam(type, ids);
  if (type.startsWith("absence.")) return "/terrain/disponibilites";
  if (type.startsWith("rgpd."))
    return reader === "client" ? "/espace/profil/donnees" : "/terrain/moi/donnees";
  if (reader === "intervenant") return ids.prestationId ? `/terrain/visites/${ids.prestationId}` : "/terrain";
  if (ids.devisId) return `/espace/devis/${ids.devisId}`;
  if (ids.factureId) return `/espace/factures/${ids.factureId}`;
  const lost = type === "reservation.refusee" || type === "reservation.expiree";
  if (lost && !ids.restored) return "/espace/reserver";
  return ids.prestationId ? `/espace/visites/${ids.prestationId}` : "/espace/visites";
}

function pageForTeam(type: string, ids: Ids): string {
  const { prestationId, factureId, devisId, intervenantId, demandeId } = ids;
  if (demandeId) return `/gestion/rgpd/${demandeId}`;
  if (devisId) return `/gestion/devis/${devisId}`;
  if (type === "reservation.demandee") return "/gestion/demandes";
  if (type.startsWith("absence.") && intervenantId) return `/gestion/intervenants/${intervenantId}`;
  if (type.startsWith("avis.")) return "/gestion/avis";
  if (!type.startsWith("alerte.")) return "/gestion/planning";
  return factureId ? `/gestion/factures/${factureId}` : `/gestion/visites/${prestationId}`;
}
