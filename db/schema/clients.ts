import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { sealedNumber, sealedText } from "../vault/columns";
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
    nom: sealedText("nom").notNull(),
    prenom: sealedText("prenom").notNull(),
    email: sealedText("email").notNull().default(sql`''`),
    telephone: sealedText("telephone").notNull().default(sql`''`),
    langue: text("langue", { enum: langues }).notNull().default("fr"),
    naissance: sealedText("naissance"),
    notes: sealedText("notes").notNull().default(sql`''`),
    /** Fingerprints of name, e-mail and phone, for the search box; see `vault/search.ts`. */
    recherche: text("recherche").array().notNull().default(sql`'{}'`),
    /** Fingerprint of the e-mail, to find it whole; null without one. */
    emailEmpreinte: text("email_empreinte"),
    actif: boolean("actif").notNull().default(true),
    effaceLe: instant("efface_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    unique("clients_id_agence_unique").on(t.id, t.agenceId),
    uniqueIndex("clients_utilisateur_unique").on(t.utilisateurId),
    index("clients_agence_index").on(t.agenceId, t.id),
    index("clients_recherche_index").using("gin", t.recherche),
    index("clients_email_index").on(t.emailEmpreinte),
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
    libelle: sealedText("libelle").notNull().default(sql`''`),
    voie: sealedText("voie").notNull(),
    complement: sealedText("complement").notNull().default(sql`''`),
    codePostal: text("code_postal").notNull(),
    commune: text("commune").notNull(),
    pays: text("pays", { enum: pays }).notNull().default("FR"),
    latitude: sealedNumber("latitude"),
    longitude: sealedNumber("longitude"),
    /** Door code, floor, key box: shown to the assigned intervenant only. */
    acces: sealedText("acces").notNull().default(sql`''`),
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
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    clientId: integer("client_id")
      .notNull()
      .references(() => clients.id),
    nom: sealedText("nom").notNull(),
    lien: sealedText("lien").notNull().default(sql`''`),
    telephone: sealedText("telephone").notNull().default(sql`''`),
    email: sealedText("email").notNull().default(sql`''`),
    urgence: boolean("urgence").notNull().default(false),
    creeLe: creeLe(),
  },
  (t) => [index("contacts_client_index").on(t.clientId)],
);
