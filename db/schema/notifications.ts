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
      .$type<Record<string, { application?: boolean; courriel?: boolean }>>()
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
