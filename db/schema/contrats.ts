import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { creeLe, id, modifieLe, version } from "../columns";
import { conventions, modesHoraires, naturesContrat, severitesRegle, sqlList } from "../states";
import { sealedText } from "../vault/columns";
import { intervenants } from "./intervenants";
import { agences, utilisateurs } from "./organisation";

/** Work contracts; what was agreed stands in `contrat_avenants`. No two of one person at the same time. */
export const contrats = pgTable(
  "contrats",
  {
    id: id(),
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    nature: text("nature", { enum: naturesContrat }).notNull(),
    debut: date("debut").notNull(),
    /** Last day; null while no end is known. */
    fin: date("fin"),
    /** Why a fixed term, or why it ended. */
    motif: sealedText("motif").notNull().default(sql`''`),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    index("contrats_intervenant_index").on(t.intervenantId, t.debut),
    check("contrats_nature_connue", sql.raw(`nature in (${sqlList(naturesContrat)})`)),
    check("contrats_dates_ordre", sql`fin is null or debut <= fin`),
  ],
);

/** Hours agreed from a day on: number 0 with the contract, then each amendment. Rows are added, never changed. */
export const contratAvenants = pgTable(
  "contrat_avenants",
  {
    id: id(),
    contratId: integer("contrat_id")
      .notNull()
      .references(() => contrats.id),
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    numero: smallint("numero").notNull(),
    du: date("du").notNull(),
    /** Last day of an amendment for a time (Code du travail L3123-22); what stood before holds again after it. */
    au: date("au"),
    convention: text("convention", { enum: conventions }).notNull(),
    mode: text("mode", { enum: modesHoraires }).notNull().default("semaine"),
    /** Of each week, or of an average week of the year. */
    minutesSemaine: integer("minutes_semaine").notNull(),
    minutesAnnee: integer("minutes_annee"),
    motif: sealedText("motif").notNull().default(sql`''`),
    creePar: integer("cree_par").references(() => utilisateurs.id),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("contrat_avenants_numero_unique").on(t.contratId, t.numero),
    index("contrat_avenants_intervenant_index").on(t.intervenantId, t.du),
    check("contrat_avenants_convention_connue", sql.raw(`convention in (${sqlList(conventions)})`)),
    check("contrat_avenants_mode_connu", sql.raw(`mode in (${sqlList(modesHoraires)})`)),
    check("contrat_avenants_minutes", sql`minutes_semaine between 0 and 2880`),
    check("contrat_avenants_annee", sql`(mode = 'annuel') = (minutes_annee is not null)`),
    check("contrat_avenants_dates_ordre", sql`au is null or du <= au`),
  ],
);

/** Where an agency differs from the agreement's rules, from a day on. Rows are added, never changed. */
export const reglesTravail = pgTable(
  "regles_travail",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    convention: text("convention", { enum: conventions }).notNull(),
    code: text("code").notNull(),
    du: date("du").notNull(),
    /** Back to what the agreement says. */
    retour: boolean("retour").notNull().default(false),
    valeur: integer("valeur"),
    severite: text("severite", { enum: severitesRegle }),
    motif: sealedText("motif").notNull().default(sql`''`),
    creePar: integer("cree_par").references(() => utilisateurs.id),
    creeLe: creeLe(),
  },
  (t) => [
    index("regles_travail_agence_index").on(t.agenceId, t.convention, t.code, t.du),
    check("regles_travail_convention_connue", sql.raw(`convention in (${sqlList(conventions)})`)),
    check("regles_travail_severite_connue", sql.raw(`severite in (${sqlList(severitesRegle)})`)),
  ],
);
