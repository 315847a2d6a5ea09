import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import {
  type donneesIncident,
  etapesIncident,
  etatsIncident,
  gravitesIncident,
  type personnesIncident,
  risquesIncident,
  sqlList,
  typesIncident,
} from "../states";
import { utilisateurs } from "./organisation";

/**
 * Incident log (GDPR art. 33(5); NIS2 art. 23): what happened, when it was noticed, whom and what it touches. The words
 * are sealed; people and data are counts and kinds.
 */
export const incidents = pgTable(
  "incidents",
  {
    id: id(),
    statut: text("statut", { enum: etatsIncident }).notNull().default("ouvert"),
    type: text("type", { enum: typesIncident }).notNull(),
    gravite: text("gravite", { enum: gravitesIncident }).notNull(),
    risque: text("risque", { enum: risquesIncident }).notNull(),
    /** Whether it counts as significant for NIS2: its three clocks then run. */
    nis2: boolean("nis2").notNull(),
    /** The clocks start here. */
    constateLe: instant("constate_le").notNull(),
    /** When it began, if known. */
    debutLe: instant("debut_le"),
    personnes: jsonb("personnes").$type<(typeof personnesIncident)[number][]>().notNull().default([]),
    donnees: jsonb("donnees").$type<(typeof donneesIncident)[number][]>().notNull().default([]),
    /** How many, null while nobody knows. */
    personnesNombre: integer("personnes_nombre"),
    enregistrementsNombre: integer("enregistrements_nombre"),
    /** Sealed. */
    description: text("description").notNull().default(""),
    consequences: text("consequences").notNull().default(""),
    mesures: text("mesures").notNull().default(""),
    creePar: integer("cree_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    closLe: instant("clos_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    index("incidents_constate_index").on(t.constateLe, t.id),
    index("incidents_statut_index").on(t.statut, t.constateLe, t.id),
    check("incidents_type_connu", sql.raw(`type in (${sqlList(typesIncident)})`)),
    check("incidents_statut_connu", sql.raw(`statut in (${sqlList(etatsIncident)})`)),
    check("incidents_gravite_connue", sql.raw(`gravite in (${sqlList(gravitesIncident)})`)),
    check("incidents_risque_connu", sql.raw(`risque in (${sqlList(risquesIncident)})`)),
    check("incidents_clos", sql`(statut = 'clos') = (clos_le is not null)`),
    check("incidents_nombres", sql`personnes_nombre >= 0 and enregistrements_nombre >= 0`),
  ],
);

/** What was done about an incident, by whom and when. Lines are added; the application can change or remove none. */
export const incidentEtapes = pgTable(
  "incident_etapes",
  {
    id: id(),
    incidentId: integer("incident_id")
      .notNull()
      .references(() => incidents.id),
    type: text("type", { enum: etapesIncident }).notNull(),
    /** When it was done, which may be before it was written down. */
    faitLe: instant("fait_le").notNull(),
    par: integer("par").references(() => utilisateurs.id),
    /** Sealed. */
    texte: text("texte").notNull().default(""),
    /** Of a correction: what each changed field said before; words sealed as they were. */
    avant: jsonb("avant").$type<Record<string, unknown>>(),
    creeLe: creeLe(),
  },
  (t) => [
    index("incident_etapes_incident_index").on(t.incidentId, t.id),
    check("incident_etapes_type_connu", sql.raw(`type in (${sqlList(etapesIncident)})`)),
  ],
);
