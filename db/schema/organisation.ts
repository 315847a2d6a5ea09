import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { conventions, langues, pays, roles, sqlList } from "../states";
import { sealedText } from "../vault/columns";

export const agences = pgTable(
  "agences",
  {
    id: id(),
    code: text("code").notNull(),
    nom: text("nom").notNull(),
    formeJuridique: text("forme_juridique").notNull().default(""),
    capital: text("capital").notNull().default(""),
    voie: text("voie").notNull(),
    codePostal: text("code_postal").notNull(),
    commune: text("commune").notNull(),
    pays: text("pays", { enum: pays }).notNull().default("FR"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    telephone: text("telephone").notNull().default(""),
    email: text("email").notNull().default(""),
    fuseau: text("fuseau").notNull().default("Europe/Paris"),
    devise: text("devise").notNull().default("EUR"),
    /** SIREN in France, ICE in Morocco, NIF in Algeria. */
    identifiant: text("identifiant").notNull().default(""),
    registre: text("registre").notNull().default(""),
    numeroTva: text("numero_tva").notNull().default(""),
    numeroDeclaration: text("numero_declaration").notNull().default(""),
    dateDeclaration: date("date_declaration"),
    numeroAgrement: text("numero_agrement").notNull().default(""),
    dateAgrement: date("date_agrement"),
    mediateur: text("mediateur").notNull().default(""),
    iban: text("iban").notNull().default(""),
    bic: text("bic").notNull().default(""),
    /** Letters before the year in invoice numbers; one gapless series an agency. */
    serieFacture: text("serie_facture").notNull(),
    delaiPaiementJours: integer("delai_paiement_jours").notNull().default(30),
    /** How long a requested slot stays held before it is freed. */
    retenueHeures: integer("retenue_heures").notNull().default(48),
    /** A client may cancel or move freely until this long before the visit. */
    preavisAnnulationHeures: integer("preavis_annulation_heures").notNull().default(24),
    fraisAnnulationBp: integer("frais_annulation_bp").notNull().default(0),
    /** Agreement of whoever has no contract that names another. */
    convention: text("convention", { enum: conventions }).notNull().default("idcc_3127"),
    actif: boolean("actif").notNull().default(true),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    uniqueIndex("agences_code_unique").on(t.code),
    uniqueIndex("agences_serie_unique").on(t.serieFacture),
    check("agences_pays_connu", sql.raw(`pays in (${sqlList(pays)})`)),
    check(
      "agences_delais_positifs",
      sql`delai_paiement_jours >= 0 and retenue_heures > 0 and preavis_annulation_heures >= 0`,
    ),
    check("agences_frais_borne", sql`frais_annulation_bp between 0 and 10000`),
    check("agences_convention_connue", sql.raw(`convention in (${sqlList(conventions)})`)),
    check("agences_serie_forme", sql`serie_facture ~ '^[A-Z0-9]{1,6}$'`),
  ],
);

export const utilisateurs = pgTable(
  "utilisateurs",
  {
    id: id(),
    /** Sealed in lower case; found by its fingerprint, which is the same for the same address. */
    email: sealedText("email").notNull(),
    emailEmpreinte: text("email_empreinte").notNull(),
    prenom: sealedText("prenom").notNull(),
    nom: sealedText("nom").notNull(),
    /** Fingerprints for the search box; see `vault/search.ts`. */
    recherche: text("recherche").array().notNull().default(sql`'{}'`),
    role: text("role", { enum: roles }).notNull(),
    langue: text("langue", { enum: langues }).notNull().default("fr"),
    motDePasse: text("mot_de_passe"),
    emailVerifieLe: instant("email_verifie_le"),
    actif: boolean("actif").notNull().default(true),
    /** Grows when every session and token of this person must end. */
    versionJeton: integer("version_jeton").notNull().default(1),
    derniereConnexionLe: instant("derniere_connexion_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    uniqueIndex("utilisateurs_email_unique").on(t.emailEmpreinte),
    index("utilisateurs_role_index").on(t.role, t.id),
    check("utilisateurs_role_connu", sql.raw(`role in (${sqlList(roles)})`)),
    check("utilisateurs_langue_connue", sql.raw(`langue in (${sqlList(langues)})`)),
  ],
);

/** Which agencies a gestionnaire reaches. */
export const utilisateurAgences = pgTable(
  "utilisateur_agences",
  {
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
  },
  (t) => [
    primaryKey({ name: "utilisateur_agences_pk", columns: [t.utilisateurId, t.agenceId] }),
    index("utilisateur_agences_agence_index").on(t.agenceId),
  ],
);

/** One-time secrets sent by e-mail or shown once; only their SHA-256 is kept. */
export const jetonsUtilisateur = pgTable(
  "jetons_utilisateur",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id").references(() => utilisateurs.id, { onDelete: "cascade" }),
    usage: text("usage", { enum: ["confirmation", "mot_de_passe", "premier_admin", "invitation"] }).notNull(),
    empreinte: text("empreinte").notNull(),
    expireLe: instant("expire_le").notNull(),
    utiliseLe: instant("utilise_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("jetons_utilisateur_empreinte_unique").on(t.empreinte),
    index("jetons_utilisateur_utilisateur_index").on(t.utilisateurId),
  ],
);

/** Refresh tokens of the API: a family dies when a used one comes back. */
export const jetonsRafraichissement = pgTable(
  "jetons_rafraichissement",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    famille: text("famille").notNull(),
    empreinte: text("empreinte").notNull(),
    expireLe: instant("expire_le").notNull(),
    utiliseLe: instant("utilise_le"),
    revoqueLe: instant("revoque_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("jetons_rafraichissement_empreinte_unique").on(t.empreinte),
    index("jetons_rafraichissement_famille_index").on(t.famille),
    index("jetons_rafraichissement_utilisateur_index").on(t.utilisateurId),
  ],
);

/** Sessions closed before their cookie expired; the cookie alone would still be valid. */
export const sessionsFermees = pgTable(
  "sessions_fermees",
  { sid: text("sid").primaryKey(), expireLe: instant("expire_le").notNull() },
  (t) => [index("sessions_fermees_expiration_index").on(t.expireLe)],
);

/** Counters of rate limits and sign-in slow-down, shared by all processes. */
export const limites = pgTable("limites", {
  cle: text("cle").primaryKey(),
  compte: integer("compte").notNull().default(0),
  fenetreFin: instant("fenetre_fin").notNull(),
  bloqueJusqua: instant("bloque_jusqua"),
});

/** Outgoing e-mail; without a transport configured it stays here, readable by an admin. */
export const courriels = pgTable(
  "courriels",
  {
    id: id(),
    destinataire: sealedText("destinataire").notNull(),
    destinataireEmpreinte: text("destinataire_empreinte").notNull().default(""),
    langue: text("langue", { enum: langues }).notNull(),
    gabarit: text("gabarit").notNull(),
    sujet: sealedText("sujet").notNull(),
    texte: sealedText("texte").notNull(),
    html: sealedText("html").notNull(),
    statut: text("statut", { enum: ["en_attente", "envoye", "echoue", "local"] })
      .notNull()
      .default("en_attente"),
    tentatives: integer("tentatives").notNull().default(0),
    erreur: text("erreur"),
    envoyeLe: instant("envoye_le"),
    /** Names the event and the person, so that a job run twice writes to them once. */
    cle: text("cle"),
    creeLe: creeLe(),
  },
  (t) => [
    index("courriels_statut_index").on(t.statut, t.id),
    index("courriels_destinataire_index").on(t.destinataireEmpreinte),
    uniqueIndex("courriels_cle_unique").on(t.cle),
  ],
);

/** Settings by key, an agency's own or the organisation's (agence_id null). */
export const parametres = pgTable(
  "parametres",
  {
    id: id(),
    agenceId: integer("agence_id"),
    cle: text("cle").notNull(),
    /** JSON null: no value of its own any more. */
    valeur: jsonb("valeur").notNull(),
    version: version(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({ name: "parametres_agence_fk", columns: [t.agenceId], foreignColumns: [agences.id] }),
    uniqueIndex("parametres_cle_unique").on(sql`coalesce(agence_id, 0)`, t.cle),
  ],
);

/** Answers kept 24 h by Idempotency-Key, per actor. */
export const idempotence = pgTable(
  "idempotence",
  {
    cle: text("cle").primaryKey(),
    empreinte: text("empreinte").notNull(),
    statut: integer("statut"),
    entetes: jsonb("entetes"),
    corps: sealedText("corps"),
    expireLe: instant("expire_le").notNull(),
    creeLe: creeLe(),
  },
  (t) => [index("idempotence_expiration_index").on(t.expireLe)],
);
