import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { civilites, langues, pays, sqlList } from "../states";
import { agences, utilisateurs } from "./organisation";

export const clients = pgTable(
  "clients",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    utilisateurId: integer("utilisateur_id").references(() => utilisateurs.id),
    civilite: text("civilite", { enum: civilites }).notNull().default("autre"),
    nom: text("nom").notNull(),
    prenom: text("prenom").notNull(),
    email: text("email").notNull().default(""),
    telephone: text("telephone").notNull().default(""),
    langue: text("langue", { enum: langues }).notNull().default("fr"),
    naissance: date("naissance"),
    notes: text("notes").notNull().default(""),
    /** Folded words of name, e-mail and phone digits, for the search box. */
    recherche: text("recherche").notNull().default(""),
    actif: boolean("actif").notNull().default(true),
    effaceLe: instant("efface_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    unique("clients_id_agence_unique").on(t.id, t.agenceId),
    uniqueIndex("clients_utilisateur_unique").on(t.utilisateurId),
    index("clients_agence_nom_index").on(t.agenceId, t.nom, t.prenom, t.id),
    index("clients_recherche_index").using("gin", sql`recherche gin_trgm_ops`),
    check("clients_civilite_connue", sql.raw(`civilite in (${sqlList(civilites)})`)),
    check("clients_langue_connue", sql.raw(`langue in (${sqlList(langues)})`)),
  ],
);

export const adresses = pgTable(
  "adresses",
  {
    id: id(),
    clientId: integer("client_id").notNull(),
    agenceId: integer("agence_id").notNull(),
    libelle: text("libelle").notNull().default(""),
    voie: text("voie").notNull(),
    complement: text("complement").notNull().default(""),
    codePostal: text("code_postal").notNull(),
    commune: text("commune").notNull(),
    pays: text("pays", { enum: pays }).notNull().default("FR"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** Door code, floor, key box: shown to the assigned intervenant only. */
    acces: text("acces").notNull().default(""),
    principale: boolean("principale").notNull().default(false),
    actif: boolean("actif").notNull().default(true),
    creeLe: creeLe(),
  },
  (t) => [
    unique("adresses_id_client_unique").on(t.id, t.clientId),
    foreignKey({
      name: "adresses_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    index("adresses_client_index").on(t.clientId),
    uniqueIndex("adresses_principale_unique").on(t.clientId).where(sql`principale and actif`),
    check("adresses_latitude_borne", sql`latitude is null or latitude between -90 and 90`),
    check("adresses_longitude_borne", sql`longitude is null or longitude between -180 and 180`),
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    clientId: integer("client_id")
      .notNull()
      .references(() => clients.id),
    nom: text("nom").notNull(),
    lien: text("lien").notNull().default(""),
    telephone: text("telephone").notNull().default(""),
    email: text("email").notNull().default(""),
    urgence: boolean("urgence").notNull().default(false),
    creeLe: creeLe(),
  },
  (t) => [index("contacts_client_index").on(t.clientId)],
);
