import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { basisPoints, cents, creeLe, id, instant, modifieLe, version } from "../columns";
import { etatsDevis, etatsFacture, langues, modesPaiement, sqlList } from "../states";
import { sealedBytes, sealedJson, sealedText } from "../vault/columns";
import { activites } from "./activites";
import { clients } from "./clients";
import { agences, utilisateurs } from "./organisation";
import { prestations } from "./prestations";

/** Stored documents; content is addressed by its SHA-256 (hex). */
export const fichiers = pgTable(
  "fichiers",
  {
    id: id(),
    sha256: text("sha256").notNull(),
    type: text("type").notNull(),
    nom: text("nom").notNull(),
    taille: integer("taille").notNull(),
    contenu: sealedBytes("contenu").notNull(),
    creeLe: creeLe(),
  },
  (t) => [
    check("fichiers_sha256_forme", sql`sha256 ~ '^[0-9a-f]{64}$'`),
    index("fichiers_sha256_index").on(t.sha256),
  ],
);

export const factures = pgTable(
  "factures",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    type: text("type", { enum: ["facture", "avoir"] })
      .notNull()
      .default("facture"),
    /** The invoice that a credit note corrects. */
    factureOrigineId: integer("facture_origine_id"),
    statut: text("statut", { enum: etatsFacture }).notNull().default("brouillon"),
    /** Civil month, YYYY-MM. */
    periode: text("periode").notNull(),
    langue: text("langue", { enum: langues }).notNull(),
    devise: text("devise").notNull(),
    serie: text("serie"),
    annee: integer("annee"),
    sequence: integer("sequence"),
    numero: text("numero"),
    dateEmission: date("date_emission"),
    echeance: date("echeance"),
    totalHt: cents("total_ht").notNull().default(0),
    totalTva: cents("total_tva").notNull().default(0),
    totalTtc: cents("total_ttc").notNull().default(0),
    paye: cents("paye").notNull().default(0),
    /** What credit notes have taken off this invoice. */
    credite: cents("credite").notNull().default(0),
    /** Why a credit note was made, printed on it. */
    motif: sealedText("motif").notNull().default(sql`''`),
    /** Everything the document says, frozen at issue. */
    instantane: sealedJson<unknown>("instantane"),
    /** SHA-256 of the frozen snapshot chained to the previous number of the series. */
    empreinte: text("empreinte"),
    fichierId: integer("fichier_id").references(() => fichiers.id),
    emisePar: integer("emise_par").references(() => utilisateurs.id),
    emiseLe: instant("emise_le"),
    /** When what it says was destroyed, its time being over: number, totals and fingerprint stay. */
    contenuDetruitLe: instant("contenu_detruit_le"),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "factures_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    foreignKey({ name: "factures_origine_fk", columns: [t.factureOrigineId], foreignColumns: [t.id] }),
    uniqueIndex("factures_numero_unique").on(t.serie, t.annee, t.sequence),
    uniqueIndex("factures_numero_texte_unique").on(t.numero),
    uniqueIndex("factures_brouillon_unique")
      .on(t.clientId, t.periode)
      .where(sql`statut = 'brouillon' and type = 'facture'`),
    index("factures_agence_statut_index").on(t.agenceId, t.statut, t.id),
    index("factures_client_index").on(t.clientId, t.dateEmission, t.id),
    check("factures_statut_connu", sql.raw(`statut in (${sqlList(etatsFacture)})`)),
    check("factures_periode_forme", sql`periode ~ '^\\d{4}-(0[1-9]|1[0-2])$'`),
    check(
      "factures_totaux_positifs",
      sql`total_ht >= 0 and total_tva >= 0 and total_ttc = total_ht + total_tva`,
    ),
    check("factures_credite_borne", sql`credite >= 0 and credite <= total_ttc`),
    check(
      "factures_avoir_origine",
      sql`(type = 'avoir') = (facture_origine_id is not null) and (type = 'facture' or motif <> '' or contenu_detruit_le is not null)`,
    ),
    index("factures_origine_index").on(t.factureOrigineId),
    check("factures_paye_borne", sql`paye >= 0 and paye <= total_ttc`),
    check(
      "factures_emission_complete",
      sql`statut = 'brouillon' or (serie is not null and annee is not null and sequence is not null and numero is not null and date_emission is not null and echeance is not null and (instantane is not null or contenu_detruit_le is not null) and empreinte is not null)`,
    ),
    check(
      "factures_detruite_vide",
      sql`contenu_detruit_le is null or (instantane is null and motif = '' and statut <> 'brouillon')`,
    ),
    check("factures_brouillon_sans_numero", sql`statut <> 'brouillon' or numero is null`),
  ],
);

export const factureLignes = pgTable(
  "facture_lignes",
  {
    id: id(),
    factureId: integer("facture_id")
      .notNull()
      .references(() => factures.id),
    rang: integer("rang").notNull(),
    prestationId: integer("prestation_id").references(() => prestations.id),
    activiteId: integer("activite_id").references(() => activites.id),
    libelle: text("libelle").notNull(),
    quantiteMin: integer("quantite_min").notNull(),
    unite: text("unite", { enum: ["heure", "forfait"] })
      .notNull()
      .default("heure"),
    prixUnitaireTtc: cents("prix_unitaire_ttc").notNull(),
    tauxTvaBp: basisPoints("taux_tva_bp").notNull(),
    montantHt: cents("montant_ht").notNull(),
    montantTva: cents("montant_tva").notNull(),
    montantTtc: cents("montant_ttc").notNull(),
    /** The line no longer holds its visit: credited, or itself the line of a credit note. */
    annulee: boolean("annulee").notNull().default(false),
    /** The invoice's line that a credit note's line takes from. */
    ligneOrigineId: integer("ligne_origine_id"),
  },
  (t) => [
    uniqueIndex("facture_lignes_rang_unique").on(t.factureId, t.rang),
    foreignKey({
      name: "facture_lignes_origine_fk",
      columns: [t.ligneOrigineId],
      foreignColumns: [t.id],
    }),
    index("facture_lignes_origine_index").on(t.ligneOrigineId),
    uniqueIndex("facture_lignes_prestation_unique").on(t.prestationId).where(sql`not annulee`),
    check(
      "facture_lignes_montants",
      sql`montant_ttc = montant_ht + montant_tva and montant_ttc >= 0 and quantite_min >= 0`,
    ),
  ],
);

/** Last number given per series and year; updated last in the issuing transaction, so no gap. */
export const compteursFactures = pgTable(
  "compteurs_factures",
  {
    serie: text("serie").notNull(),
    annee: integer("annee").notNull(),
    dernier: integer("dernier").notNull(),
    /** Fingerprint of the last issued document of the series: head of the chain. */
    empreinte: text("empreinte").notNull(),
    /** Issue dates never go back inside a series. */
    derniereDate: date("derniere_date").notNull(),
  },
  (t) => [primaryKey({ name: "compteurs_factures_pk", columns: [t.serie, t.annee] })],
);

export const paiements = pgTable(
  "paiements",
  {
    id: id(),
    factureId: integer("facture_id")
      .notNull()
      .references(() => factures.id),
    montant: cents("montant").notNull(),
    mode: text("mode", { enum: modesPaiement }).notNull(),
    date: date("date").notNull(),
    reference: sealedText("reference").notNull().default(sql`''`),
    saisiPar: integer("saisi_par").references(() => utilisateurs.id),
    creeLe: creeLe(),
  },
  (t) => [
    index("paiements_facture_index").on(t.factureId),
    check("paiements_montant_positif", sql`montant > 0`),
    check("paiements_mode_connu", sql.raw(`mode in (${sqlList(modesPaiement)})`)),
  ],
);

export const devis = pgTable(
  "devis",
  {
    id: id(),
    agenceId: integer("agence_id")
      .notNull()
      .references(() => agences.id),
    clientId: integer("client_id").notNull(),
    statut: text("statut", { enum: etatsDevis }).notNull().default("brouillon"),
    langue: text("langue", { enum: langues }).notNull(),
    numero: text("numero"),
    dateEmission: date("date_emission"),
    devise: text("devise").notNull(),
    totalHt: cents("total_ht").notNull().default(0),
    totalTva: cents("total_tva").notNull().default(0),
    totalTtc: cents("total_ttc").notNull().default(0),
    valideJusquau: date("valide_jusquau").notNull(),
    /** Everything the document says, frozen when it is sent. */
    instantane: sealedJson<unknown>("instantane"),
    empreinte: text("empreinte"),
    decideLe: instant("decide_le"),
    decidePar: integer("decide_par").references(() => utilisateurs.id),
    /** By the client's own account, or recorded by the agency from a signed paper. */
    decision: text("decision", { enum: ["compte", "papier"] }),
    motifRefus: sealedText("motif_refus").notNull().default(sql`''`),
    version: version(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [
    foreignKey({
      name: "devis_client_agence_fk",
      columns: [t.clientId, t.agenceId],
      foreignColumns: [clients.id, clients.agenceId],
    }),
    index("devis_client_index").on(t.clientId),
    index("devis_agence_statut_index").on(t.agenceId, t.statut, t.id),
    uniqueIndex("devis_numero_unique").on(t.numero),
    check("devis_totaux", sql`total_ht >= 0 and total_tva >= 0 and total_ttc = total_ht + total_tva`),
    check(
      "devis_envoi_complet",
      sql`(statut = 'brouillon') = (numero is null) and (statut = 'brouillon' or (date_emission is not null and instantane is not null and empreinte is not null))`,
    ),
    check("devis_decision_complete", sql`(statut in ('accepte', 'refuse')) = (decide_le is not null)`),
    check("devis_statut_connu", sql.raw(`statut in (${sqlList(etatsDevis)})`)),
  ],
);

export const devisLignes = pgTable(
  "devis_lignes",
  {
    id: id(),
    devisId: integer("devis_id")
      .notNull()
      .references(() => devis.id, { onDelete: "cascade" }),
    activiteId: integer("activite_id")
      .notNull()
      .references(() => activites.id),
    rang: integer("rang").notNull(),
    frequence: text("frequence", { enum: ["ponctuel", "hebdomadaire", "bimensuel", "mensuel"] }).notNull(),
    /** Visits in one period of the frequency. */
    fois: integer("fois").notNull(),
    /** Billed minutes of one visit. */
    seanceMin: integer("seance_min").notNull(),
    /** Minutes of an average month, or of the visits that come once. */
    quantiteMin: integer("quantite_min").notNull(),
    prixUnitaireTtc: cents("prix_unitaire_ttc").notNull(),
    tauxTvaBp: basisPoints("taux_tva_bp").notNull(),
    montantHt: cents("montant_ht").notNull(),
    montantTva: cents("montant_tva").notNull(),
    montantTtc: cents("montant_ttc").notNull(),
  },
  (t) => [
    uniqueIndex("devis_lignes_rang_unique").on(t.devisId, t.rang),
    check("devis_lignes_montants", sql`montant_ttc = montant_ht + montant_tva and montant_ttc >= 0`),
    check("devis_lignes_quantites", sql`fois between 1 and 31 and seance_min > 0 and quantite_min > 0`),
  ],
);
