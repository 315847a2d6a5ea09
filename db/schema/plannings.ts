import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { agences, utilisateurs } from "./organisation";

/** Secret addresses from which a calendar application reads one person's visits; only their SHA-256 is kept. */
export const abonnementsAgenda = pgTable(
  "abonnements_agenda",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    /** The person's own word for the device that reads it. */
    nom: text("nom").notNull().default(""),
    empreinte: text("empreinte").notNull(),
    /** When the present secret was made. */
    secretLe: instant("secret_le").notNull(),
    /** Last read with any of its secrets. */
    luLe: instant("lu_le"),
    revoqueLe: instant("revoque_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    uniqueIndex("abonnements_agenda_empreinte_unique").on(t.empreinte),
    index("abonnements_agenda_utilisateur_index").on(t.utilisateurId, t.id).where(sql`revoque_le is null`),
  ],
);

/** A visit as it was published: ids and instants only. */
export type VisitePubliee = {
  id: number;
  debut: string;
  fin: string;
  client: number;
  intervenant: number | null;
};

/** A week of an agency as its people were told of it; the next one tells what has changed since. */
export const publicationsPlanning = pgTable(
  "publications_planning",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    /** ISO 8601 week, `2026-W48`. */
    semaine: text("semaine").notNull(),
    /** Its Monday. */
    du: date("du").notNull(),
    /** How many times the week was published, this one included. */
    numero: integer("numero").notNull(),
    visites: jsonb("visites").$type<VisitePubliee[]>().notNull(),
    nouvelles: integer("nouvelles").notNull(),
    changees: integer("changees").notNull(),
    retirees: integer("retirees").notNull(),
    prevenus: integer("prevenus").notNull(),
    publiePar: integer("publie_par").references(() => utilisateurs.id),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("publications_planning_numero_unique").on(t.agenceId, t.semaine, t.numero),
    index("publications_planning_agence_index").on(t.agenceId, t.id),
  ],
);
