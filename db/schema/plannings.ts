import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe, version } from "../columns";
import { utilisateurs } from "./organisation";

/** Secret addresses from which a calendar application reads one person's visits; only their SHA-256 is kept. */
export const abonnementsAgenda = pgTable(
  "abonnements_agenda",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    /** The person's own word for the device that reads it. */
    nom: text("nom").notNull().default(""),
    empreinte: text("empreinte").notNull(),
    /** When the present secret was made. */
    secretLe: instant("secret_le").notNull(),
    /** Last read with any of its secrets. */
    luLe: instant("lu_le"),
    revoqueLe: instant("revoque_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    uniqueIndex("abonnements_agenda_empreinte_unique").on(t.empreinte),
    index("abonnements_agenda_utilisateur_index").on(t.utilisateurId, t.id).where(sql`revoque_le is null`),
  ],
);
