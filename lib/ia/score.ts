/** Name and version of the model; the version changes with any weight, scale or factor. */
export const modele = { nom: "affectation", version: "1.0.0" } as const;

/** How much each factor counts; together 1. */
export const poids = {
  continuite: 0.35,
  trajet: 0.25,
  charge: 0.2,
  langue: 0.1,
  avis: 0.1,
} as const;

export type FacteurCode = keyof typeof poids;
export const facteurCodes = Object.keys(poids) as FacteurCode[];

/** Roads are longer than the great circle. */
export const ROAD_FACTOR = 1.3;
/** A way this long counts for nothing, kilometres by road. */
export const FAR_KM = 30;
/** After so many visits continuity is worth one half. */
export const KNOWN_VISITS = 3;
/** Reviews weigh against so many imagined ones in the middle, so that a single one decides nothing. */
export const PRIOR_REVIEWS = 3;
/** What is not known neither helps nor harms. */
export const NEUTRAL = 0.5;

/** What is known of one person for one visit. */
export type Faits = {
  id: number;
  /** Visits already made at this client's. */
  visites: number;
  /** Great-circle distance; null when a place is unknown. */
  km: number | null;
  /** Minutes of the week with this visit, and of the contract. */
  minutesSemaine: number;
  contratMinutes: number;
  parleLangue: boolean;
  /** Mean mark, 1 to 5, of so many reviews. */
  moyenne: number | null;
  avis: number;
};

/** `mesure`: visits, km by road, percent of the contract, 1 or 0, mean mark; null: not known. `appui`: 0 to 1. */
type Mesure = { mesure: number | null; valeur: number; appui: number };
export type Facteur = {
  code: FacteurCode;
  poids: number;
  mesure: number | null;
  valeur: number;
  contribution: number;
};
export type Note = { id: number; score: number; appui: number; facteurs: Facteur[] };

/** One person's score, 0 to 1, as a sum of contributions. */
export function scoreOf(faits: Faits): Note {
  const measures = mesuresOf(faits);
  const facteurs = facteurCodes.map((code): Facteur => {
    const { mesure, valeur } = measures[code];
    const weight = poids[code];
    return { code, poids: weight, mesure, valeur: rounded(valeur), contribution: rounded(weight * valeur) };
  });
  const sum = (of: (code: FacteurCode) => number) =>
    clamp(facteurCodes.reduce((total, code) => total + poids[code] * of(code), 0));
  return {
    id: faits.id,
    score: rounded(sum((code) => measures[code].valeur)),
    appui: sum((code) => measures[code].appui),
    facteurs,
  };
}

/** Best first; equal scores by the lowest id, so that the same question has the same answer. */
export const rankFaits = (all: readonly Faits[]): Note[] =>
  all.map(scoreOf).sort((a, b) => b.score - a.score || a.id - b.id);

/**
 * How much data stands behind the proposals, 0 to 1: the weight of the factors whose data are known, a mean over those
 * proposed. Few past visits or reviews count in part; nobody to propose is 0.
 */
export function confidenceOf(notes: readonly Note[]): number {
  if (notes.length === 0) return 0;
  return rounded(clamp(notes.reduce((total, { appui }) => total + appui, 0) / notes.length));
}

function mesuresOf(faits: Faits): Record<FacteurCode, Mesure> {
  const { visites, km, minutesSemaine, contratMinutes, moyenne, avis } = faits;
  const road = km === null ? null : km * ROAD_FACTOR;
  const share = contratMinutes > 0 ? minutesSemaine / contratMinutes : null;
  return {
    continuite: {
      mesure: visites,
      valeur: visites / (visites + KNOWN_VISITS),
      appui: visites / (visites + KNOWN_VISITS),
    },
    trajet: known(road === null ? null : Math.round(road * 10) / 10, road, (way) => 1 - way / FAR_KM),
    charge: known(share === null ? null : Math.round(share * 100), share, (part) => 1 - part),
    langue: { mesure: faits.parleLangue ? 1 : 0, valeur: faits.parleLangue ? 1 : 0, appui: 1 },
    avis:
      moyenne === null || avis === 0
        ? { mesure: null, valeur: NEUTRAL, appui: 0 }
        : {
            mesure: Math.round(moyenne * 10) / 10,
            valeur: clamp(((moyenne * avis + 3 * PRIOR_REVIEWS) / (avis + PRIOR_REVIEWS) - 1) / 4),
            appui: avis / (avis + PRIOR_REVIEWS),
          },
  };
}

function known(mesure: number | null, value: number | null, worth: (value: number) => number): Mesure {
  if (value === null) return { mesure: null, valeur: NEUTRAL, appui: 0 };
  return { mesure, valeur: clamp(worth(value)), appui: 1 };
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
