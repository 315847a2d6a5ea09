import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
} from "drizzle-orm/pg-core";
import { creeLe, id, instant } from "../columns";
import { activites } from "./activites";
import { clients } from "./clients";
import { intervenants } from "./intervenants";
import { agences, utilisateurs } from "./organisation";
import { prestations } from "./prestations";

type Proposition = {
  intervenant_id: number;
  score: number;
  facteurs: { code: string; poids: number; mesure: number | null; valeur: number; contribution: number }[];
};

/** What a model proposed for a visit and what a person then decided: ids and numbers only, no name. */
export const recommandations = pgTable(
  "recommandations",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    prestationId: integer("prestation_id").references(() => prestations.id),
    debut: instant("debut").notNull(),
    fin: instant("fin").notNull(),
    modele: text("modele").notNull(),
    modeleVersion: text("modele_version").notNull(),
    confiance: doublePrecision("confiance").notNull(),
    propositions: jsonb("propositions").$type<Proposition[]>().notNull(),
    ecartes: jsonb("ecartes").$type<{ intervenant_id: number; regle: string }[]>().notNull(),
    demandePar: integer("demande_par").references(() => utilisateurs.id),
    /** Who was chosen; null with `decide_le` set: nobody. */
    intervenantChoisi: integer("intervenant_choisi").references(() => intervenants.id),
    decideLe: instant("decide_le"),
    decidePar: integer("decide_par").references(() => utilisateurs.id),
    creeLe: creeLe(),
  },
  (t) => [
    foreignKey({
      name: "recommandations_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    index("recommandations_agence_index").on(t.agenceId, t.id),
    index("recommandations_client_index").on(t.clientId, t.id),
    index("recommandations_prestation_index").on(t.prestationId, t.id),
    check("recommandations_confiance_borne", sql`confiance between 0 and 1`),
    check("recommandations_choix_decide", sql`intervenant_choisi is null or decide_le is not null`),
  ],
);
