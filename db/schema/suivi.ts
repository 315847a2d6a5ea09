import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { etatsAvis, etatsTache, langues, resultatsAudit, sqlList } from "../states";
import { sealedBytes, sealedText } from "../vault/columns";
import { agences, utilisateurs } from "./organisation";
import { prestations } from "./prestations";

const timestampMicro = customType<{ data: string; driverData: string }>({ dataType: () => "timestamptz(6)" });

export const avis = pgTable(
  "avis",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    prestationId: integer("prestation_id").notNull(),
    clientId: integer("client_id").notNull(),
    note: smallint("note").notNull(),
    commentaire: sealedText("commentaire").notNull().default(sql`''`),
    reponse: sealedText("reponse").notNull().default(sql`''`),
    statut: text("statut", { enum: etatsAvis }).notNull().default("en_attente"),
    publieLe: instant("publie_le"),
    /** Why it was not published; told to its author. */
    motifRefus: sealedText("motif_refus").notNull().default(sql`''`),
    modereLe: instant("modere_le"),
    moderePar: integer("modere_par").references(() => utilisateurs.id),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "avis_prestation_client_fk",
      columns: [t.prestationId, t.clientId],
      foreignColumns: [prestations.id, prestations.clientId],
    }),
    uniqueIndex("avis_prestation_unique").on(t.prestationId),
    index("avis_statut_index").on(t.statut, t.id),
    index("avis_agence_index").on(t.agenceId, t.creeLe),
    index("avis_client_index").on(t.clientId, t.id),
    index("avis_agence_statut_index").on(t.agenceId, t.statut, t.id),
    check("avis_note_borne", sql`note between 1 and 5`),
    check("avis_statut_connu", sql.raw(`statut in (${sqlList(etatsAvis)})`)),
  ],
);

export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    /** Ids and civil values for the message; no name or contact. */
    donnees: jsonb("donnees").notNull().default({}),
    lien: text("lien").notNull().default(""),
    lueLe: instant("lue_le"),
    /** 1 until it is read: lists put those first, and count them. */
    nonLue: smallint("non_lue").generatedAlwaysAs(sql`case when lue_le is null then 1 else 0 end`),
    /** Names the event and the person, so that a job run twice tells them once. */
    cle: text("cle"),
    creeLe: creeLe(),
  },
  (t) => [
    index("notifications_utilisateur_index").on(t.utilisateurId, t.id),
    index("notifications_non_lues_index").on(t.utilisateurId, t.nonLue, t.id),
    uniqueIndex("notifications_cle_unique").on(t.cle),
  ],
);

/** Long work that a person waits for; the queue itself lives in its own schema. `erreur` is a refusal's code. */
export const taches = pgTable(
  "taches",
  {
    id: id(),
    type: text("type").notNull(),
    statut: text("statut", { enum: etatsTache }).notNull().default("en_attente"),
    progression: smallint("progression").notNull().default(0),
    demandePar: integer("demande_par").references(() => utilisateurs.id),
    /** What was asked: ids, codes and civil values; no name or contact. */
    donnees: jsonb("donnees").notNull().default({}),
    resultat: jsonb("resultat"),
    erreur: text("erreur"),
    /** Language of what the work writes for its asker. */
    langue: text("langue", { enum: langues }).notNull().default("fr"),
    commenceeLe: instant("commencee_le"),
    termineeLe: instant("terminee_le"),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    index("taches_demandeur_index").on(t.demandePar, t.id),
    index("taches_statut_index").on(t.statut, t.id),
    check("taches_langue_connue", sql.raw(`langue in (${sqlList(langues)})`)),
    check("taches_progression_borne", sql`progression between 0 and 100`),
    check("taches_statut_connu", sql.raw(`statut in (${sqlList(etatsTache)})`)),
  ],
);

/** What long work needs or leaves as a file; removed once it has served, at the latest at `expire_le`. */
export const tacheFichiers = pgTable(
  "tache_fichiers",
  {
    tacheId: integer("tache_id")
      .primaryKey()
      .references(() => taches.id, { onDelete: "cascade" }),
    nom: text("nom").notNull().default(""),
    type: text("type").notNull(),
    contenu: sealedBytes("contenu").notNull(),
    expireLe: instant("expire_le").notNull(),
    creeLe: creeLe(),
  },
  (t) => [index("tache_fichiers_expiration_index").on(t.expireLe)],
);

/** Head of each stream of the log: last number and last leaf hash. Written by audit_append only. */
export const auditFlux = pgTable("audit_flux", {
  flux: text("flux").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  tete: text("tete").notNull(),
});

/** Append-only log. `canon` is the hashed text itself; the columns repeat it for searching. */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    uid: uuid("uid").notNull(),
    flux: text("flux").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    precedent: text("precedent").notNull(),
    feuille: text("feuille").notNull(),
    canon: text("canon").notNull(),
    horodatage: timestampMicro("horodatage").notNull(),
    acteurType: text("acteur_type").notNull(),
    acteurId: integer("acteur_id"),
    role: text("role").notNull(),
    action: text("action").notNull(),
    objetType: text("objet_type").notNull(),
    objetId: text("objet_id").notNull(),
    resultat: text("resultat", { enum: resultatsAudit }).notNull(),
    requete: text("requete").notNull(),
    agenceId: integer("agence_id"),
  },
  (t) => [
    uniqueIndex("audit_flux_seq_unique").on(t.flux, t.seq),
    uniqueIndex("audit_uid_unique").on(t.uid),
    index("audit_objet_index").on(t.objetType, t.objetId, t.id),
    index("audit_acteur_index").on(t.acteurId, t.id),
    index("audit_action_index").on(t.action, t.id),
    index("audit_horodatage_index").on(t.horodatage),
    check("audit_resultat_connu", sql.raw(`resultat in (${sqlList(resultatsAudit)})`)),
  ],
);
