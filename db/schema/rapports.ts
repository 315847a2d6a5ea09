import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { creeLe, id, instant } from "../columns";
import { frequences, groupements, sqlList, typesRapport } from "../states";
import { agences, utilisateurs } from "./organisation";

/** A report that somebody ran: what was asked and the figures found then. Names are looked up when it is read. */
export const rapports = pgTable(
  "rapports",
  {
    id: id(),
    type: text("type", { enum: typesRapport }).notNull(),
    /** First civil day; null when receivables of any age are counted. */
    du: date("du"),
    au: date("au").notNull(),
    /** The one agency asked for; null for all that the caller reached. */
    agenceId: integer("agence_id").references(() => agences.id),
    /** Every agency whose figures are inside: who may read it follows from this. */
    agenceIds: integer("agence_ids").array().notNull(),
    grouperPar: text("grouper_par", { enum: groupements }).notNull(),
    /** Ids, currencies and integers only. */
    contenu: jsonb("contenu").notNull(),
    demandePar: integer("demande_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    programmationId: integer("programmation_id"),
    expireLe: instant("expire_le").notNull(),
    creeLe: creeLe(),
  },
  (t) => [
    index("rapports_expiration_index").on(t.expireLe),
    index("rapports_programmation_index").on(t.programmationId, t.id),
    check("rapports_type_connu", sql.raw(`type in (${sqlList(typesRapport)})`)),
    check("rapports_groupement_connu", sql.raw(`grouper_par in (${sqlList(groupements)})`)),
    check("rapports_periode_ordonnee", sql`du <= au`),
    check("rapports_agences_presentes", sql`cardinality(agence_ids) > 0`),
  ],
);

/** A report that goes out by itself, after each week or month, to people of the agency's staff. */
export const programmationsRapport = pgTable(
  "programmations_rapport",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    type: text("type", { enum: typesRapport }).notNull(),
    grouperPar: text("grouper_par", { enum: groupements }).notNull(),
    frequence: text("frequence", { enum: frequences }).notNull(),
    destinataires: integer("destinataires").array().notNull(),
    /** Last period that went out (`2026-W10`, `2026-02`): one goes out once. */
    dernierePeriode: text("derniere_periode").notNull(),
    creePar: integer("cree_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    creeLe: creeLe(),
  },
  (t) => [
    index("programmations_rapport_agence_index").on(t.agenceId, t.id),
    check("programmations_rapport_type_connu", sql.raw(`type in (${sqlList(typesRapport)})`)),
    check("programmations_rapport_groupement_connu", sql.raw(`grouper_par in (${sqlList(groupements)})`)),
    check("programmations_rapport_frequence_connue", sql.raw(`frequence in (${sqlList(frequences)})`)),
    check("programmations_rapport_destinataires", sql`cardinality(destinataires) between 1 and 20`),
  ],
);
