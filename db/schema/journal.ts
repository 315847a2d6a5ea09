import { sql } from "drizzle-orm";
import { bigint, check, customType, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { creeLe, id, instant, modifieLe } from "../columns";
import { sealedJson, sealedText } from "../vault/columns";
import { utilisateurs } from "./organisation";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
const ranks = customType<{ data: string; driverData: string }>({ dataType: () => "int8multirange" });

/**
 * The leaves of the log's Merkle tree in their order. Entries commit out of order: the sealer gives each its rank here,
 * once. The hash, stream and number stay when the entry itself is pruned. Append-only.
 */
export const auditScelles = pgTable(
  "audit_scelles",
  {
    rang: bigint("rang", { mode: "number" }).primaryKey(),
    entreeId: bigint("entree_id", { mode: "number" }).notNull(),
    flux: text("flux").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    feuille: bytea("feuille").notNull(),
  },
  (t) => [
    uniqueIndex("audit_scelles_entree_unique").on(t.entreeId),
    uniqueIndex("audit_scelles_flux_unique").on(t.flux, t.seq),
    check("audit_scelles_rang_positif", sql`rang >= 0`),
    check("audit_scelles_feuille_entiere", sql`octet_length(feuille) = 32`),
  ],
);

/** Signed checkpoints: the first `taille` leaves have this root. Append-only. */
export const auditPoints = pgTable(
  "audit_points",
  {
    taille: bigint("taille", { mode: "number" }).primaryKey(),
    /** The signed note itself (C2SP tlog-checkpoint). */
    texte: text("texte").notNull(),
    /** Tops of the complete subtrees, so that the next leaves cost only themselves. */
    sommets: bytea("sommets").notNull(),
    /** Every entry up to this id is sealed, or will never be: its transaction was given up. */
    plancher: bigint("plancher", { mode: "number" }).notNull(),
    /** The highest id seen, and the first transaction that had not begun then: once all before are over, the next floor. */
    vuId: bigint("vu_id", { mode: "number" }).notNull(),
    vuAvant: bigint("vu_avant", { mode: "number" }).notNull(),
    scelleLe: instant("scelle_le").notNull(),
  },
  () => [check("audit_points_taille_positive", sql`taille > 0`)],
);

/**
 * Signed records of pruning: which places of the tree have lost their text because their time was over. Written by
 * `elaguer_journal` only, together with the removal. Append-only.
 */
export const auditElagages = pgTable(
  "audit_elagages",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The signed note itself: it names the same places. */
    texte: text("texte").notNull(),
    rangs: ranks("rangs").notNull(),
    elagueLe: instant("elague_le").notNull(),
  },
  (t) => [index("audit_elagages_rangs_index").using("gist", t.rangs)],
);

/** Filters of the log that an account keeps under a name of its own; sealed, since both are typed freely. */
export const filtresJournal = pgTable(
  "filtres_journal",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    nom: sealedText("nom").notNull(),
    filtre: sealedJson<Record<string, string | number>>("filtre").notNull(),
    creeLe: creeLe(),
    modifieLe: modifieLe(),
  },
  (t) => [index("filtres_journal_utilisateur_index").on(t.utilisateurId, t.id)],
);
