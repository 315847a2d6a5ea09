import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  time,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { basisPoints, cents, creeLe, id, instant, modifieLe, version } from "../columns";
import { etatsPrestation, etatsReservation, politiquesFeries, sqlList, typesPointage } from "../states";
import { sealedNumber, sealedText } from "../vault/columns";
import { activites } from "./activites";
import { adresses, clients } from "./clients";
import { absences, intervenants } from "./intervenants";
import { agences, utilisateurs } from "./organisation";

export const series = pgTable(
  "series",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    intervenantId: integer("intervenant_id"),
    adresseId: integer("adresse_id").notNull(),
    /** RFC 5545 recurrence rule, in the civil days of the agency; the clock time stands apart. */
    rrule: text("rrule").notNull(),
    /** Where the rule begins to count. */
    premierJour: date("premier_jour").notNull(),
    /** Local time at the agency, kept when the clocks change. */
    heure: time("heure").notNull(),
    dureeMin: integer("duree_min").notNull(),
    /** Last day on which a visit may take place. */
    finLe: date("fin_le"),
    /** Days of the rule that are left out. */
    exceptions: date("exceptions").array().notNull().default(sql`'{}'::date[]`),
    joursFeries: text("jours_feries", { enum: politiquesFeries }).notNull().default("maintenir"),
    instructions: sealedText("instructions").notNull().default(sql`''`),
    /** Written reason for overriding warning rules, for every visit of the series. */
    derogation: sealedText("derogation").notNull().default(sql`''`),
    /** Last day of the rule and of `fin_le`; null when it goes on without end. */
    dernierJour: date("dernier_jour"),
    /** Visits exist up to this day. */
    genereeJusquau: date("generee_jusquau"),
    /** Stopped: no visit from this day on. */
    arreteeDu: date("arretee_du"),
    arretMotif: sealedText("arret_motif").notNull().default(sql`''`),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "series_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    foreignKey({
      name: "series_intervenant_agence_fk",
      columns: [t.intervenantId, t.agenceId],
      foreignColumns: [intervenants.id, intervenants.agenceId],
    }),
    foreignKey({
      name: "series_adresse_client_fk",
      columns: [t.adresseId, t.clientId],
      foreignColumns: [adresses.id, adresses.clientId],
    }),
    check("series_duree_borne", sql`duree_min between 15 and 1440`),
    check("series_feries_connus", sql.raw(`jours_feries in (${sqlList(politiquesFeries)})`)),
    index("series_agence_index").on(t.agenceId, t.id),
    index("series_client_index").on(t.clientId, t.id),
    index("series_intervenant_index").on(t.intervenantId, t.id),
  ],
);

export const prestations = pgTable(
  "prestations",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    /** Null while nobody is assigned. */
    intervenantId: integer("intervenant_id"),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    adresseId: integer("adresse_id").notNull(),
    serieId: integer("serie_id").references(() => series.id),
    /** Which occurrence of the series this is; null once the series no longer has it. */
    serieJour: date("serie_jour"),
    /** Changed by hand: what is changed on the series later leaves it as it is. */
    serieModifiee: boolean("serie_modifiee").notNull().default(false),
    /** The rule for which the series' intervenant could not be given this visit. */
    serieEmpechement: text("serie_empechement").notNull().default(""),
    /** The absence for which it was last taken from its intervenant. */
    absenceId: integer("absence_id").references(() => absences.id, { onDelete: "set null" }),
    debut: instant("debut").notNull(),
    fin: instant("fin").notNull(),
    statut: text("statut", { enum: etatsPrestation }).notNull().default("planifiee"),
    /** Price agreed when the visit was made; billed time may change the total, never the hourly price. */
    prixHoraireTtc: cents("prix_horaire_ttc").notNull(),
    minimumMin: integer("minimum_min").notNull(),
    tauxTvaBp: basisPoints("taux_tva_bp").notNull(),
    prixTtc: cents("prix_ttc").notNull(),
    devise: text("devise").notNull(),
    /** Billed time, set at validation; planned and clocked times are never overwritten. */
    dureeFactureeMin: integer("duree_facturee_min"),
    instructions: sealedText("instructions").notNull().default(sql`''`),
    noteIntervenant: sealedText("note_intervenant").notNull().default(sql`''`),
    /** Recorded after it took place. */
    saisieApresCoup: boolean("saisie_apres_coup").notNull().default(false),
    /** Written reason for overriding a warning rule. */
    derogation: sealedText("derogation").notNull().default(sql`''`),
    annulationMotif: sealedText("annulation_motif").notNull().default(sql`''`),
    annuleePar: integer("annulee_par").references(() => utilisateurs.id),
    annuleeLe: instant("annulee_le"),
    fraisAnnulation: cents("frais_annulation").notNull().default(0),
    valideeLe: instant("validee_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    unique("prestations_id_client_unique").on(t.id, t.clientId),
    foreignKey({
      name: "prestations_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    foreignKey({
      name: "prestations_intervenant_agence_fk",
      columns: [t.intervenantId, t.agenceId],
      foreignColumns: [intervenants.id, intervenants.agenceId],
    }),
    foreignKey({
      name: "prestations_adresse_client_fk",
      columns: [t.adresseId, t.clientId],
      foreignColumns: [adresses.id, adresses.clientId],
    }),
    index("prestations_agence_debut_index").on(t.agenceId, t.debut, t.id),
    index("prestations_debut_index").on(t.debut, t.id),
    index("prestations_client_debut_index").on(t.clientId, t.debut, t.id),
    index("prestations_intervenant_debut_index").on(t.intervenantId, t.debut, t.id),
    uniqueIndex("prestations_serie_jour_unique").on(t.serieId, t.serieJour),
    index("prestations_statut_index").on(t.statut, t.agenceId, t.debut),
    index("prestations_absence_index").on(t.absenceId).where(sql`absence_id is not null`),
    check("prestations_statut_connu", sql.raw(`statut in (${sqlList(etatsPrestation)})`)),
    check("prestations_duree_borne", sql`fin > debut and fin - debut <= interval '24 hours'`),
    check(
      "prestations_montants_positifs",
      sql`prix_horaire_ttc > 0 and prix_ttc >= 0 and frais_annulation >= 0 and minimum_min >= 0`,
    ),
    check(
      "prestations_facturee_positive",
      sql`duree_facturee_min is null or duree_facturee_min between 0 and 1440`,
    ),
  ],
);

export const pointages = pgTable(
  "pointages",
  {
    id: id(),
    prestationId: integer("prestation_id")
      .notNull()
      .references(() => prestations.id),
    intervenantId: integer("intervenant_id")
      .notNull()
      .references(() => intervenants.id),
    type: text("type", { enum: typesPointage }).notNull(),
    /** When it happened, as the phone or the gestionnaire says. */
    horodatage: instant("horodatage").notNull(),
    /** When the server learnt of it. */
    recuLe: instant("recu_le").notNull().defaultNow(),
    latitude: sealedNumber("latitude"),
    longitude: sealedNumber("longitude"),
    source: text("source", { enum: ["telephone", "gestionnaire", "api"] }).notNull(),
  },
  (t) => [
    uniqueIndex("pointages_prestation_type_unique").on(t.prestationId, t.type),
    index("pointages_intervenant_index").on(t.intervenantId, t.horodatage),
    check("pointages_type_connu", sql.raw(`type in (${sqlList(typesPointage)})`)),
  ],
);

export const reservations = pgTable(
  "reservations",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    prestationId: integer("prestation_id").notNull(),
    dateDemandee: instant("date_demandee").notNull(),
    statut: text("statut", { enum: etatsReservation }).notNull().default("demandee"),
    motif: sealedText("motif").notNull().default(sql`''`),
    message: sealedText("message").notNull().default(sql`''`),
    /** After this the held slot is freed by a job. */
    expireLe: instant("expire_le").notNull(),
    /** Where a confirmed visit was before its client asked to move it: a refusal gives it back. */
    datePrecedente: instant("date_precedente"),
    finPrecedente: instant("fin_precedente"),
    intervenantPrecedentId: integer("intervenant_precedent_id"),
    creePar: integer("cree_par").references(() => utilisateurs.id),
    decidePar: integer("decide_par").references(() => utilisateurs.id),
    decideLe: instant("decide_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "reservations_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    foreignKey({
      name: "reservations_prestation_client_fk",
      columns: [t.prestationId, t.clientId],
      foreignColumns: [prestations.id, prestations.clientId],
    }),
    foreignKey({
      name: "reservations_intervenant_precedent_agence_fk",
      columns: [t.intervenantPrecedentId, t.agenceId],
      foreignColumns: [intervenants.id, intervenants.agenceId],
    }),
    uniqueIndex("reservations_prestation_active_unique")
      .on(t.prestationId)
      .where(sql`statut in ('demandee', 'acceptee')`),
    index("reservations_agence_statut_index").on(t.agenceId, t.statut, t.id),
    index("reservations_client_index").on(t.clientId, t.id),
    index("reservations_prestation_index").on(t.prestationId, t.id),
    index("reservations_expiration_index").on(t.expireLe).where(sql`statut = 'demandee'`),
    check(
      "reservations_precedente_entiere",
      sql`(date_precedente is null) = (fin_precedente is null) and fin_precedente > date_precedente`,
    ),
    check("reservations_statut_connu", sql.raw(`statut in (${sqlList(etatsReservation)})`)),
  ],
);
