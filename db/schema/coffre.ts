import { sql } from "drizzle-orm";
import { check, integer, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { creeLe, instant } from "../columns";

/** A schema of its own, so that a dump can leave the keys out. */
export const coffre = pgSchema("coffre");

/** One key per person and purpose, wrapped by a key that is not in the database; null once destroyed. */
export const coffreCles = coffre.table(
  "cles",
  {
    sujetType: text("sujet_type", { enum: ["client", "intervenant", "utilisateur", "systeme"] }).notNull(),
    sujetId: integer("sujet_id").notNull(),
    finalite: text("finalite").notNull(),
    enveloppe: text("enveloppe"),
    detruiteLe: instant("detruite_le"),
    creeLe: creeLe(),
  },
  (t) => [
    primaryKey({ columns: [t.sujetType, t.sujetId, t.finalite] }),
    check("cles_detruite_ou_entiere", sql`(enveloppe is null) = (detruite_le is not null)`),
  ],
);
