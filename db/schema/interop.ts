import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { etatsLivraison, motifsArretWebhook, type Portee, sqlList } from "../states";
import { utilisateurs } from "./organisation";

/** One attempt to deliver; `code` is null when no answer came. */
export type Essai = { le: string; code: number | null; duree_ms: number; erreur: string | null };

/** Addresses outside that are told of events. Secrets are sealed, since signing needs them in clear. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    nom: text("nom").notNull(),
    url: text("url").notNull(),
    evenements: text("evenements").array().notNull(),
    secret: text("secret").notNull(),
    /** Signs too until `secret_precedent_fin`, so that a receiver can change over without missing a message. */
    secretPrecedent: text("secret_precedent"),
    secretPrecedentFin: instant("secret_precedent_fin"),
    actif: boolean("actif").notNull().default(true),
    /** Why deliveries stopped by themselves; null when they did not. */
    arretMotif: text("arret_motif", { enum: motifsArretWebhook }),
    arretLe: instant("arret_le"),
    /** Failed attempts since the last success. */
    echecs: integer("echecs").notNull().default(0),
    dernierSuccesLe: instant("dernier_succes_le"),
    creePar: integer("cree_par").references(() => utilisateurs.id),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  () => [
    check("webhooks_arret_connu", sql.raw(`arret_motif in (${sqlList(motifsArretWebhook)})`)),
    check("webhooks_evenements_presents", sql`cardinality(evenements) > 0`),
  ],
);

/** One message to one address: what it says, how far it got, what the receiver answered last. */
export const webhookLivraisons = pgTable(
  "webhook_livraisons",
  {
    id: id(),
    webhookId: integer("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** The `webhook-id` header: the same for every attempt, so that a receiver knows what it has had already. */
    messageId: uuid("message_id").notNull().defaultRandom(),
    /** The event's own id, shared by all its messages. */
    evenementId: uuid("evenement_id").notNull(),
    type: text("type").notNull(),
    objetType: text("objet_type").notNull(),
    objetId: integer("objet_id").notNull(),
    survenuLe: instant("survenu_le").notNull(),
    statut: text("statut", { enum: etatsLivraison }).notNull().default("en_attente"),
    tentatives: integer("tentatives").notNull().default(0),
    essais: jsonb("essais").$type<Essai[]>().notNull().default([]),
    reponse: text("reponse").notNull().default(""),
    prochaineLe: instant("prochaine_le"),
    livreeLe: instant("livree_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("webhook_livraisons_message_unique").on(t.messageId),
    index("webhook_livraisons_webhook_index").on(t.webhookId, t.id),
    index("webhook_livraisons_age_index").on(t.creeLe),
    check("webhook_livraisons_statut_connu", sql.raw(`statut in (${sqlList(etatsLivraison)})`)),
  ],
);

/** A partner's key to the API: acts for the account that made it, within its scopes. Only the SHA-256 is kept. */
export const cles = pgTable(
  "cles",
  {
    id: id(),
    nom: text("nom").notNull(),
    /** First letters of the secret, to tell one key from another. */
    prefixe: text("prefixe").notNull(),
    empreinte: text("empreinte").notNull(),
    portees: text("portees").array().$type<Portee[]>().notNull(),
    /** The agencies that it is kept to; null: as far as its account reaches. */
    agenceIds: integer("agence_ids").array(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id),
    expireLe: instant("expire_le").notNull(),
    revoqueeLe: instant("revoquee_le"),
    /** To the minute. */
    derniereUtilisationLe: instant("derniere_utilisation_le"),
    creeLe: creeLe(),
  },
  (t) => [
    uniqueIndex("cles_empreinte_unique").on(t.empreinte),
    index("cles_utilisateur_index").on(t.utilisateurId),
    check("cles_portees_presentes", sql`cardinality(portees) > 0`),
  ],
);

/** Plugins that an admin agreed to. `empreinte`: of the files as they were then; changed ones are not run. */
export const plugins = pgTable("plugins", {
  nom: text("nom").primaryKey(),
  empreinte: text("empreinte").notNull(),
  /** Event types that it is told of while it is enabled. */
  evenements: text("evenements").array().notNull(),
  actif: boolean("actif").notNull(),
  derniereErreur: text("derniere_erreur"),
  derniereErreurLe: instant("derniere_erreur_le"),
  modifieLe: modifieLe(),
});
