import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { etatsDemandeRgpd, motifsEffacement, sqlList, sujetsEffaces, typesDemandeRgpd } from "../states";
import { sealedJson, sealedText } from "../vault/columns";
import { clients } from "./clients";
import { intervenants } from "./intervenants";
import { agences, utilisateurs } from "./organisation";

type RectificationEcrite = Record<"voulu" | "avant", { [champ: string]: string | null }>;

/** Register of the rights that persons use (GDPR art. 12 to 21): who asked what, until when, and what was answered. */
export const demandesRgpd = pgTable(
  "demandes_rgpd",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    type: text("type", { enum: typesDemandeRgpd }).notNull(),
    /** The person concerned: one of the two. */
    clientId: integer("client_id"),
    intervenantId: integer("intervenant_id"),
    statut: text("statut", { enum: etatsDemandeRgpd }).notNull().default("recue"),
    /** Civil day of receipt at the agency: the clock starts here. */
    recueLe: date("recue_le").notNull(),
    /** Last day for the answer. */
    echeance: date("echeance").notNull(),
    /** Why two more months were taken; told to the person. */
    prolongationMotif: sealedText("prolongation_motif").notNull().default(sql`''`),
    prolongeeLe: instant("prolongee_le"),
    /** The person's own words. */
    message: sealedText("message").notNull().default(sql`''`),
    /** Why it was refused; told to the person. */
    motifRefus: sealedText("motif_refus").notNull().default(sql`''`),
    reponse: sealedText("reponse").notNull().default(sql`''`),
    /** Of a rectification: what is to stand in which field, and what stood there. */
    changements: sealedJson<RectificationEcrite>("changements"),
    creePar: integer("cree_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    decidePar: integer("decide_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    decideLe: instant("decide_le"),
    closeLe: instant("close_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "demandes_rgpd_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    foreignKey({
      name: "demandes_rgpd_intervenant_agence_fk",
      columns: [t.intervenantId, t.agenceId],
      foreignColumns: [intervenants.id, intervenants.agenceId],
    }),
    index("demandes_rgpd_agence_index").on(t.agenceId, t.echeance, t.id),
    index("demandes_rgpd_echeance_index").on(t.echeance, t.id),
    index("demandes_rgpd_client_index").on(t.clientId, t.id),
    index("demandes_rgpd_intervenant_index").on(t.intervenantId, t.id),
    // One open request of a kind for a person: asking twice is the same request.
    uniqueIndex("demandes_rgpd_ouverte_unique")
      .on(t.type, sql`coalesce(client_id, 0)`, sql`coalesce(intervenant_id, 0)`)
      .where(sql`statut in ('recue', 'en_cours', 'acceptee')`),
    check("demandes_rgpd_type_connu", sql.raw(`type in (${sqlList(typesDemandeRgpd)})`)),
    check("demandes_rgpd_statut_connu", sql.raw(`statut in (${sqlList(etatsDemandeRgpd)})`)),
    check("demandes_rgpd_une_personne", sql`(client_id is null) <> (intervenant_id is null)`),
    check("demandes_rgpd_changements_rectification", sql`changements is null or type = 'rectification'`),
    check("demandes_rgpd_echeance_ordre", sql`echeance > recue_le`),
    check("demandes_rgpd_refus_motive", sql`statut <> 'refusee' or motif_refus <> ''`),
    check("demandes_rgpd_prolongation_motivee", sql`(prolongee_le is null) = (prolongation_motif = '')`),
  ],
);

/**
 * Ledger of erasures: that somebody was erased, never who. It is also written to a file outside the database, so that a
 * backup that is restored does not bring back the people whom it still knows.
 */
export const effacements = pgTable(
  "effacements",
  {
    uid: uuid("uid").primaryKey().defaultRandom(),
    sujetType: text("sujet_type", { enum: sujetsEffaces }).notNull(),
    sujetId: integer("sujet_id").notNull(),
    /** When the file of the person was made: a number that was given anew is not mistaken for them. */
    sujetCreeLe: instant("sujet_cree_le").notNull(),
    effaceLe: instant("efface_le").notNull(),
    motif: text("motif", { enum: motifsEffacement }).notNull(),
    /** The accepted request, if any; its row may be gone. */
    demandeId: integer("demande_id"),
  },
  (t) => [
    index("effacements_sujet_index").on(t.sujetType, t.sujetId),
    index("effacements_date_index").on(t.effaceLe),
    check("effacements_sujet_connu", sql.raw(`sujet_type in (${sqlList(sujetsEffaces)})`)),
    check("effacements_motif_connu", sql.raw(`motif in (${sqlList(motifsEffacement)})`)),
  ],
);
