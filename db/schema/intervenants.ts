import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { civilites, etatsAbsence, sqlList, typesAbsence, typesContrat } from "../states";
import { sealedNumber, sealedText } from "../vault/columns";
import { activites } from "./activites";
import { agences, utilisateurs } from "./organisation";

export const intervenants = pgTable(
  "intervenants",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    utilisateurId: integer("utilisateur_id").references(() => utilisateurs.id),
    /** Worker registration number, printed on invoices (Code du travail D7233-1, 6°). */
    matricule: text("matricule").notNull(),
    civilite: text("civilite", { enum: civilites }).notNull().default("autre"),
    nom: sealedText("nom").notNull(),
    prenom: sealedText("prenom").notNull(),
    email: sealedText("email").notNull().default(sql`''`),
    telephone: sealedText("telephone").notNull().default(sql`''`),
    langues: text("langues").array().notNull().default(sql`'{fr}'`),
    secteur: text("secteur").notNull().default(""),
    latitude: sealedNumber("latitude"),
    longitude: sealedNumber("longitude"),
    contratType: text("contrat_type", { enum: typesContrat }).notNull().default("cdi"),
    contratMinutesSemaine: integer("contrat_minutes_semaine").notNull().default(2100),
    embaucheLe: date("embauche_le"),
    /** Fingerprints of name, e-mail, phone and registration number, for the search box; see `vault/search.ts`. */
    recherche: text("recherche").array().notNull().default(sql`'{}'`),
    emailEmpreinte: text("email_empreinte"),
    actif: boolean("actif").notNull().default(true),
    effaceLe: instant("efface_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    unique("intervenants_id_agence_unique").on(t.id, t.agenceId),
    uniqueIndex("intervenants_utilisateur_unique").on(t.utilisateurId),
    uniqueIndex("intervenants_matricule_unique").on(t.agenceId, t.matricule),
    index("intervenants_agence_index").on(t.agenceId, t.id),
    index("intervenants_recherche_index").using("gin", t.recherche),
    check("intervenants_civilite_connue", sql.raw(`civilite in (${sqlList(civilites)})`)),
    check("intervenants_contrat_connu", sql.raw(`contrat_type in (${sqlList(typesContrat)})`)),
    check("intervenants_contrat_minutes", sql`contrat_minutes_semaine between 0 and 2880`),
  ],
);

export const competences = pgTable(
  "competences",
  {
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    niveau: smallint("niveau").notNull().default(1),
  },
  (t) => [
    primaryKey({ name: "competences_pk", columns: [t.intervenantId, t.activiteId] }),
    index("competences_activite_index").on(t.activiteId),
    check("competences_niveau_borne", sql`niveau between 1 and 3`),
  ],
);

/** Postal codes that an intervenant serves; none means the whole agency. */
export const secteurs = pgTable(
  "secteurs",
  {
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    codePostal: text("code_postal").notNull(),
  },
  (t) => [primaryKey({ name: "secteurs_pk", columns: [t.intervenantId, t.codePostal] })],
);

/** Weekly hours, local time of the agency; day 1 is Monday. */
export const disponibilites = pgTable(
  "disponibilites",
  {
    id: id(),
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    jour: smallint("jour").notNull(),
    heureDebut: time("heure_debut").notNull(),
    heureFin: time("heure_fin").notNull(),
    du: date("du").notNull(),
    au: date("au"),
    creeLe: creeLe(),
  },
  (t) => [
    index("disponibilites_intervenant_index").on(t.intervenantId, t.jour),
    check("disponibilites_jour_borne", sql`jour between 1 and 7`),
    check("disponibilites_heures_ordre", sql`heure_debut < heure_fin`),
    check("disponibilites_dates_ordre", sql`au is null or du <= au`),
  ],
);

export const absences = pgTable(
  "absences",
  {
    id: id(),
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    debut: instant("debut").notNull(),
    fin: instant("fin").notNull(),
    type: text("type", { enum: typesAbsence }).notNull(),
    statut: text("statut", { enum: etatsAbsence }).notNull().default("demandee"),
    motif: sealedText("motif").notNull().default(sql`''`),
    decideLe: instant("decide_le"),
    creeLe: creeLe(),
  },
  (t) => [
    index("absences_intervenant_index").on(t.intervenantId, t.debut),
    check("absences_ordre", sql`debut < fin`),
    check("absences_type_connu", sql.raw(`type in (${sqlList(typesAbsence)})`)),
    check("absences_statut_connu", sql.raw(`statut in (${sqlList(etatsAbsence)})`)),
  ],
);
