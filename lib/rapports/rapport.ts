import type { groupements, typesRapport } from "@/db/states";

export type TypeRapport = (typeof typesRapport)[number];
export type Groupement = (typeof groupements)[number];

/** What a column counts: things, minutes, cents, or a mean mark. */
export type Unite = "nombre" | "minutes" | "montant" | "note";
export type Colonne = { code: string; unite: Unite };

export type Definition = {
  /** The first is the one chosen when nothing is said. */
  groupements: readonly [Groupement, ...Groupement[]];
  colonnes: readonly Colonne[];
  /** Charts, each of one column or of several that it stacks. */
  graphiques: readonly (readonly string[])[];
};

const nombre = (code: string): Colonne => ({ code, unite: "nombre" });
const minutes = (code: string): Colonne => ({ code, unite: "minutes" });
const montant = (code: string): Colonne => ({ code, unite: "montant" });

/** Every report: how it may be grouped and what it measures. All columns but a mean mark can be summed. */
export const definitions: Record<TypeRapport, Definition> = {
  activite: {
    groupements: ["activite", "intervenant", "client", "mois", "agence"],
    colonnes: [
      nombre("visites"),
      nombre("annulees"),
      minutes("minutes_planifiees"),
      minutes("minutes_realisees"),
      minutes("minutes_facturees"),
      montant("facture_ht"),
      montant("facture_ttc"),
    ],
    graphiques: [["minutes_planifiees"], ["facture_ttc"]],
  },
  ponctualite: {
    groupements: ["intervenant", "client", "activite", "mois", "agence"],
    colonnes: [
      nombre("visites"),
      nombre("a_l_heure"),
      nombre("en_retard"),
      nombre("sans_arrivee"),
      nombre("sans_depart"),
      minutes("minutes_retard"),
    ],
    graphiques: [["a_l_heure", "en_retard", "sans_arrivee"]],
  },
  qualite: {
    groupements: ["intervenant", "activite", "client", "mois", "agence"],
    colonnes: [
      nombre("avis"),
      { code: "moyenne", unite: "note" },
      nombre("note_1"),
      nombre("note_2"),
      nombre("note_3"),
      nombre("note_4"),
      nombre("note_5"),
      nombre("bas"),
    ],
    graphiques: [["note_1", "note_2", "note_3", "note_4", "note_5"]],
  },
  creances: {
    groupements: ["client", "mois", "agence"],
    colonnes: [
      nombre("factures"),
      montant("non_echu"),
      montant("de_0_a_30"),
      montant("de_31_a_60"),
      montant("de_61_a_90"),
      montant("plus_de_90"),
      montant("total"),
    ],
    graphiques: [["non_echu", "de_0_a_30", "de_31_a_60", "de_61_a_90", "plus_de_90"]],
  },
};

/** A review at or below this is a low one. */
export const NOTE_BASSE = 2;
/** An arrival later than this after the planned start is late; a missing one counts as missing after it too. */
export const TOLERANCE_MS = 10 * 60_000;
/** Rows that one report names; the rest are added up in one. */
export const MOST_ROWS = 1000;
/** Low reviews that one report lists, the latest. */
export const MOST_REVIEWS = 50;
/** Longest period, days. */
export const MOST_DAYS = 731;

/** Figures of one group in one currency (null where nothing is money). `cle`: id or month; null when nobody is. */
export type Ligne = { cle: string | null; devise: string | null; mesures: Record<string, number> };
export type AvisBas = {
  id: number;
  prestation_id: number;
  note: number;
  jour: string;
  client_id: number;
  intervenant_id: number | null;
};

/** What is kept of a run: integers (minutes, cents, counts, sums of marks) and ids. */
export type Contenu = {
  lignes: Ligne[];
  /** Everything beyond the rows named, by currency. */
  autres: Ligne[];
  totaux: Ligne[];
  avis_bas: AvisBas[];
};

/**
 * Rows and totals of one report as the database gives them (`total` set on the totals): names the first `most` rows
 * and adds up the rest, so that rows and rest always make the totals.
 */
export function contenuOf(
  found: readonly (Ligne & { isTotal: boolean })[],
  avisBas: AvisBas[],
  most = MOST_ROWS,
): Contenu {
  const totaux = found.filter(({ isTotal }) => isTotal).map(bare);
  const all = found.filter(({ isTotal }) => !isTotal).map(bare);
  const lignes = all.slice(0, most);
  const autres = all.length > most ? totaux.map((total) => restOf(total, lignes)) : [];
  return { lignes, autres: autres.filter(isSomething), totaux, avis_bas: avisBas };
}

const bare = ({ cle, devise, mesures }: Ligne): Ligne => ({ cle, devise, mesures });
const isSomething = ({ mesures }: Ligne) => Object.values(mesures).some((value) => value !== 0);

function restOf(total: Ligne, lignes: readonly Ligne[]): Ligne {
  const same = lignes.filter(({ devise }) => devise === total.devise);
  const rest = Object.entries(total.mesures).map(([code, value]): [string, number] => [
    code,
    same.reduce((left, { mesures }) => left - (mesures[code] ?? 0), value),
  ]);
  return { cle: null, devise: total.devise, mesures: Object.fromEntries(rest) };
}

/** Mean mark of a row of reviews, one decimal; null without any. */
export function moyenneOf({ avis = 0, somme_notes = 0 }: Record<string, number>): number | null {
  return avis === 0 ? null : Math.round((somme_notes * 10) / avis) / 10;
}
