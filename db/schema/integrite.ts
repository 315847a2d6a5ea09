import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { creeLe, id, instant } from "../columns";
import { etatsTache, sqlList } from "../states";
import { utilisateurs } from "./organisation";

export type Anomalie = { type: string; id: string; faute: string };

/** A run of the checks that nothing was altered, and what it named. Ids and codes only. */
export const integriteExecutions = pgTable(
  "integrite_executions",
  {
    id: id(),
    tacheId: integer("tache_id"),
    lancePar: integer("lance_par").references(() => utilisateurs.id, { onDelete: "set null" }),
    statut: text("statut", { enum: etatsTache }).notNull().default("en_attente"),
    prestations: integer("prestations").notNull().default(0),
    factures: integer("factures").notNull().default(0),
    entrees: integer("entrees").notNull().default(0),
    /** How many faults in all; `anomalies` names the first ones. */
    total: integer("total").notNull().default(0),
    anomalies: jsonb("anomalies").$type<Anomalie[]>().notNull().default([]),
    termineeLe: instant("terminee_le"),
    creeLe: creeLe(),
  },
  (t) => [
    index("integrite_executions_date_index").on(t.creeLe),
    check("integrite_executions_statut_connu", sql.raw(`statut in (${sqlList(etatsTache)})`)),
    check(
      "integrite_executions_comptes",
      sql`prestations >= 0 and factures >= 0 and entrees >= 0 and total >= 0`,
    ),
  ],
);
