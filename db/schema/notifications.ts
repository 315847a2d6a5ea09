import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe } from "../columns";
import { sqlList, typesAlerte } from "../states";
import { agences, utilisateurs } from "./organisation";

/** What a person wants to be told, and when; without a row, everything at any hour. */
export const preferencesNotification = pgTable(
  "preferences_notification",
  {
    utilisateurId: integer("utilisateur_id")
      .primaryKey()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    /** By kind of event: what was switched off or on again. */
    choix: jsonb("choix")
      .$type<Record<string, { application?: boolean; courriel?: boolean; push?: boolean }>>()
      .notNull()
      .default({}),
    /** Local time of the agency, HH:MM; e-mails wait from the first to the second. */
    silenceDebut: text("silence_debut"),
    silenceFin: text("silence_fin"),
    modifieLe: modifieLe(),
  },
  () => [
    check(
      "preferences_notification_silence_forme",
      sql`(silence_debut is null and silence_fin is null)
        or (silence_debut is not null and silence_fin is not null and silence_debut <> silence_fin)`,
    ),
    check(
      "preferences_notification_heures",
      sql`coalesce(silence_debut, '00:00') ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and coalesce(silence_fin, '00:00') ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`,
    ),
  ],
);

/** Browsers that show a person's notices though the product is closed (Push API, RFC 8030). */
export const abonnementsPush = pgTable(
  "abonnements_push",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    /** Where the browser's maker takes messages; whoever knows it still cannot write without our key. */
    adresse: text("adresse").notNull(),
    /** The browser's key and secret (RFC 8291), base64url: only it can read what we send. */
    cleP256dh: text("cle_p256dh").notNull(),
    cleAuth: text("cle_auth").notNull(),
    /** For the person's own list, e.g. `Firefox, Android`. */
    appareil: text("appareil").notNull().default(""),
    dernierSuccesLe: instant("dernier_succes_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("abonnements_push_adresse_unique").on(t.adresse),
    index("abonnements_push_utilisateur_index").on(t.utilisateurId, t.id),
    check("abonnements_push_adresse_longueur", sql`length(adresse) <= 2000`),
  ],
);

/** Events that the clock found and told already: each name once, whoever finds it. */
export const annoncesFaites = pgTable(
  "annonces_faites",
  { cle: text("cle").primaryKey(), creeLe: creeLe() },
  (t) => [index("annonces_faites_date_index").on(t.creeLe)],
);

/** What a gestionnaire should look at now: raised once for each object, closed when it is settled. */
export const alertes = pgTable(
  "alertes",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    type: text("type", { enum: typesAlerte }).notNull(),
    /** The visit, the invoice or the review. */
    objetId: integer("objet_id").notNull(),
    resolueLe: instant("resolue_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("alertes_objet_unique").on(t.type, t.objetId),
    index("alertes_ouvertes_index").on(t.agenceId, t.id).where(sql`resolue_le is null`),
    check("alertes_type_connu", sql.raw(`type in (${sqlList(typesAlerte)})`)),
  ],
);
