/** Closed lists that the database checks; the one place where they are written. */
export const roles = ["admin", "gestionnaire", "intervenant", "client", "auditeur"] as const;
export const langues = ["fr", "en", "ar", "tzm"] as const;
export const pays = ["FR", "DZ", "MA"] as const;
export const civilites = ["mme", "m", "autre"] as const;
export const etatsPrestation = [
  "planifiee",
  "confirmee",
  "en_cours",
  "realisee",
  "validee",
  "facturee",
  "annulee",
] as const;
export const etatsReservation = ["demandee", "acceptee", "refusee", "annulee", "expiree"] as const;
export const etatsFacture = [
  "brouillon",
  "emise",
  "partiellement_payee",
  "payee",
  "annulee_par_avoir",
] as const;
export const etatsDevis = ["brouillon", "envoye", "accepte", "refuse", "expire"] as const;
/** `retiree`: given up after it was asked for or approved. */
export const etatsAbsence = ["demandee", "approuvee", "refusee", "retiree"] as const;
export const typesAbsence = ["conge", "maladie", "formation", "autre"] as const;
export const etatsAvis = ["en_attente", "publie", "refuse"] as const;
export const typesAlerte = [
  "retard",
  "sans_depart",
  "a_affecter",
  "facture_echue",
  "avis_bas",
  "droits_echeance",
] as const;
export const etatsTache = ["en_attente", "en_cours", "terminee", "echouee", "annulee"] as const;
export const etatsCourriel = ["en_attente", "envoye", "echoue", "local"] as const;
/** What a series does on a public holiday: goes on, leaves the visit out, or puts it to the next working day. */
export const politiquesFeries = ["maintenir", "sauter", "reporter"] as const;
/** Rights of persons, GDPR art. 15 to 21. */
export const typesDemandeRgpd = [
  "acces",
  "rectification",
  "limitation",
  "effacement",
  "portabilite",
  "opposition",
] as const;
/** What the product asks a client's consent for, and stops once it is withdrawn. */
export const finalitesConsentement = ["publication_avis", "demande_avis", "rappels_push"] as const;
/** By the person from their account, or on paper that the agency keeps. */
export const voiesConsentement = ["compte", "papier"] as const;
export const etatsDemandeRgpd = ["recue", "en_cours", "acceptee", "refusee", "close"] as const;
export const sujetsEffaces = ["client", "intervenant"] as const;
/** `conservation`: nobody asked, the time was over. */
export const motifsEffacement = ["demande", "conservation"] as const;
/** What went wrong, for the incident log (GDPR art. 33(5), NIS2 art. 23). */
export const typesIncident = [
  "acces_non_autorise",
  "divulgation",
  "perte_vol",
  "logiciel_malveillant",
  "hameconnage",
  "alteration",
  "indisponibilite",
  "erreur",
  "autre",
] as const;
export const etatsIncident = ["ouvert", "clos"] as const;
export const gravitesIncident = ["faible", "moyenne", "elevee", "critique"] as const;
/** For the rights of persons: decides whether the authority (art. 33) and they (art. 34) must be told. */
export const risquesIncident = ["aucun", "possible", "eleve"] as const;
export const donneesIncident = [
  "identite",
  "coordonnees",
  "acces_domicile",
  "sante",
  "planning",
  "facturation",
  "connexion",
  "localisation",
  "autres",
] as const;
export const personnesIncident = ["clients", "proches", "intervenants", "equipe"] as const;
/** The last three are written by the product itself. */
export const etapesIncident = [
  "mesure",
  "alerte_precoce",
  "notification",
  "personnes_informees",
  "rapport_final",
  "note",
  "correction",
  "cloture",
  "reouverture",
] as const;
export const typesPointage = ["arrivee", "depart"] as const;
/** Cash is recorded but gives no tax credit (Code du travail D7233-3). */
export const modesPaiement = [
  "carte",
  "prelevement",
  "virement",
  "cheque",
  "cesu_papier",
  "cesu_electronique",
  "especes",
] as const;
export const regimes = ["declaration", "agrement", "autorisation"] as const;
export const familles = ["maison", "enfants", "seniors", "quotidien"] as const;
export const typesContrat = ["cdi", "cdd", "interim", "independant"] as const;
/** What ties a person to the agency; a `mandataire` works for the client, who is the employer. */
export const naturesContrat = ["cdi", "cdd", "interim", "independant", "mandataire"] as const;
/** Agreements whose working-time rules are known: the Code du travail alone, IDCC 3127, 2941 and 3239. */
export const conventions = ["droit_commun", "idcc_3127", "idcc_2941", "idcc_3239"] as const;
/** Hours agreed for each week, or for a year in which weeks may differ (modulation). */
export const modesHoraires = ["semaine", "annuel"] as const;
export const severitesRegle = ["block", "warn"] as const;
export const typesRapport = ["activite", "ponctualite", "qualite", "creances"] as const;
export const groupements = ["activite", "intervenant", "client", "mois", "agence"] as const;
export const frequences = ["hebdomadaire", "mensuelle"] as const;
export const resultatsAudit = ["ok", "refused"] as const;

/** What partners may be told of. A type is `<object>.<what happened>`, and stays once published. */
export const typesEvenement = [
  "reservation.demandee",
  "reservation.acceptee",
  "reservation.refusee",
  "reservation.annulee",
  "reservation.expiree",
  "prestation.creee",
  "prestation.modifiee",
  "prestation.deplacee",
  "prestation.annulee",
  "prestation.commencee",
  "prestation.realisee",
  "prestation.validee",
  "serie.creee",
  "serie.modifiee",
  "serie.arretee",
  "planning.publie",
  "facture.emise",
] as const;
export type TypeEvenement = (typeof typesEvenement)[number];
/** What a partner key may be opened for: `<object>:read` or `<object>:write`. Accounts, secrets and mail are not here. */
export const objetsCle = [
  "client",
  "intervenant",
  "disponibilite",
  "absence",
  "prestation",
  "pointage",
  "reservation",
  "creneau",
  "planning",
  "serie",
  "facture",
  "paiement",
  "avis",
  "activite",
  "tarif",
  "devis",
  "agence",
] as const;
export const accesCle = ["read", "write"] as const;
export type Portee = `${(typeof objetsCle)[number]}:${(typeof accesCle)[number]}`;
export const portees = objetsCle.flatMap((objet): Portee[] => [`${objet}:read`, `${objet}:write`]);
export const etatsCle = ["active", "expiree", "revoquee"] as const;
export const etatsLivraison = ["en_attente", "livree", "abandonnee"] as const;
/** `echecs`: a message used up its attempts with no success since; `parti`: the receiver answered 410 Gone. */
export const motifsArretWebhook = ["echecs", "parti"] as const;

/** SQL list for a CHECK constraint: 'a', 'b'. Values come from the lists above only. */
export const sqlList = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");
