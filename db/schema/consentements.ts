import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { creeLe, id } from "../columns";
import { finalitesConsentement, sqlList, voiesConsentement } from "../states";
import { clients } from "./clients";
import { utilisateurs } from "./organisation";

/**
 * What a client agreed to or withdrew (GDPR art. 7): one row each time, and the last one counts. The database refuses
 * any change; rows go with the person alone.
 */
export const consentements = pgTable(
  "consentements",
  {
    id: id(),
    agenceId: integer("agence_id").notNull(),
    clientId: integer("client_id").notNull(),
    finalite: text("finalite", { enum: finalitesConsentement }).notNull(),
    /** Given, or withdrawn. */
    accord: boolean("accord").notNull(),
    /** Which wording was shown. */
    versionTexte: integer("version_texte").notNull(),
    voie: text("voie", { enum: voiesConsentement }).notNull(),
    /** Civil day at the agency on which the person said so; a paper may be noted later. */
    le: date("le").notNull(),
    saisiPar: integer("saisi_par").references(() => utilisateurs.id, { onDelete: "restrict" }),
    creeLe: creeLe(),
  },
  (t) => [
    foreignKey({
      name: "consentements_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    index("consentements_client_index").on(t.clientId, t.finalite, t.le, t.id),
    check("consentements_finalite_connue", sql.raw(`finalite in (${sqlList(finalitesConsentement)})`)),
    check("consentements_voie_connue", sql.raw(`voie in (${sqlList(voiesConsentement)})`)),
    check("consentements_version_positive", sql`version_texte > 0`),
  ],
);
