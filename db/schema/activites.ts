import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { basisPoints, cents, creeLe, id, modifieLe, version } from "../columns";
import { familles, pays, regimes, sqlList } from "../states";
import { agences } from "./organisation";

export type Libelles = { fr: string; en: string; ar: string; tzm: string };

/** The catalogue: the 26 activities of Code du travail D7231-1, and a country's own. */
export const activites = pgTable(
  "activites",
  {
    id: id(),
    code: text("code").notNull(),
    /** Order in D7231-1, 1 to 26; null for another country's activity. */
    numeroLegal: integer("numero_legal"),
    pays: text("pays", { enum: pays }).notNull().default("FR"),
    famille: text("famille", { enum: familles }).notNull(),
    regime: text("regime", { enum: regimes }).notNull(),
    libelles: jsonb("libelles").$type<Libelles>().notNull(),
    /** The law's own wording, printed on documents. */
    libellesLegaux: jsonb("libelles_legaux").$type<Libelles>().notNull(),
    referenceLegale: text("reference_legale").notNull().default(""),
    urssafNature: text("urssaf_nature").notNull().default(""),
    offreGlobale: boolean("offre_globale").notNull().default(false),
    /** Longest visit allowed, minutes (D7233-5: handyman 120). */
    dureeMaxMin: integer("duree_max_min"),
    /** Yearly spending ceiling for the tax credit, cents (D7233-5). */
    plafondCreditImpot: cents("plafond_credit_impot"),
    actif: boolean("actif").notNull().default(true),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    uniqueIndex("activites_code_unique").on(t.code),
    check("activites_famille_connue", sql.raw(`famille in (${sqlList(familles)})`)),
    check("activites_regime_connu", sql.raw(`regime in (${sqlList(regimes)})`)),
    check("activites_duree_positive", sql`duree_max_min is null or duree_max_min > 0`),
  ],
);

/** Price and VAT of an activity in an agency, effective-dated; periods never overlap. */
export const tarifs = pgTable(
  "tarifs",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    prixHoraireTtc: cents("prix_horaire_ttc").notNull(),
    minimumMin: integer("minimum_min").notNull().default(60),
    tauxTvaBp: basisPoints("taux_tva_bp").notNull(),
    du: date("du").notNull(),
    au: date("au"),
    creeLe: creeLe(),
  },
  (t) => [
    index("tarifs_agence_activite_index").on(t.agenceId, t.activiteId, t.du),
    check("tarifs_prix_positif", sql`prix_horaire_ttc > 0`),
    check("tarifs_minimum_borne", sql`minimum_min between 0 and 1440`),
    check("tarifs_tva_borne", sql`taux_tva_bp between 0 and 10000`),
    check("tarifs_dates_ordre", sql`au is null or du <= au`),
  ],
);

/** Tax benefit of a country, effective-dated (France: CGI 199 sexdecies). */
export const avantagesFiscaux = pgTable(
  "avantages_fiscaux",
  {
    id: id(),
    pays: text("pays", { enum: pays }).notNull(),
    tauxBp: basisPoints("taux_bp").notNull(),
    plafondAnnuel: cents("plafond_annuel").notNull(),
    reference: text("reference").notNull(),
    du: date("du").notNull(),
    au: date("au"),
  },
  (t) => [uniqueIndex("avantages_fiscaux_unique").on(t.pays, t.du)],
);
