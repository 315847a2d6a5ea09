/** Name and version of the model; the version changes with any method, bound or choice. */
export const modelePrevision = { nom: "demande", version: "1.0.0" } as const;

/** Weeks foretold. */
export const HORIZON = 8;
/** Whole weeks below which nothing is foretold. */
export const MIN_WEEKS = 4;
/** Weeks of history that are read. */
export const MOST_WEEKS = 104;
/** Share of past weeks that the interval would have held. */
export const COVERAGE = 0.8;

const RECENT = 8;
const YEAR = 52;
/** Past weeks from which the forecast is tried again. */
const ORIGINS = 12;
const DAMPING = 0.9;
const LEVELS = [0.1, 0.2, 0.3, 0.5, 0.7];
const TRENDS = [0, 0.05, 0.1, 0.2];
const FULL_CONFIDENCE_WEEKS = 26;

/** Visits of each week, whole weeks in a row, the latest last. */
export type Serie = readonly number[];

type Methode = { minimum: number; predict: (serie: Serie) => number[] };

/** From the simplest: of two that were equally wrong the first is kept. `minimum`: weeks that it needs. */
export const methodes = {
  moyenne: { minimum: MIN_WEEKS, predict: recentMean },
  lissage: { minimum: 12, predict: dampedTrend },
  saison: { minimum: YEAR + RECENT, predict: lastYear },
} as const satisfies Record<string, Methode>;

export type MethodeCode = keyof typeof methodes;
export const methodeCodes = Object.keys(methodes) as MethodeCode[];

/** Differences of the weeks foretold from the past, by how far ahead (1 is the next week). */
export type Essai = {
  mae: number;
  wape: number | null;
  semaines: number;
  errors: { ahead: number; by: number }[];
};

export type Prevision = {
  methode: MethodeCode;
  /** Null when there was no past week to try it on. */
  essai: Essai | null;
  /** 0 to 1. */
  confiance: number;
  semaines: { visites: number; bas: number; haut: number }[];
};

/** The next weeks of a series; null below `MIN_WEEKS`. The method is the one that was least wrong in the past. */
export function foretell(serie: Serie): Prevision | null {
  if (serie.length < MIN_WEEKS) return null;
  const { methode, essai } = bestOf(serie);
  const points = forecast(methode, serie);
  return {
    methode,
    essai,
    confiance: confidenceOf(essai, serie.length),
    semaines: withMargins(points, essai).map(({ visites, bas, haut }) => ({
      visites: tenth(visites),
      bas: Math.min(tenth(bas), tenth(visites)),
      haut: Math.max(tenth(haut), tenth(visites)),
    })),
  };
}

/** `HORIZON` weeks by one method, never below zero, not rounded. */
export const forecast = (methode: MethodeCode, serie: Serie): number[] =>
  methodes[methode].predict(serie).map((value) => Math.max(0, value));

/** Tries a method on the past: from each of the latest weeks with what was known then; null when none leaves enough. */
export function tryOnPast(methode: MethodeCode, serie: Serie): Essai | null {
  const first = Math.max(methodes[methode].minimum, serie.length - ORIGINS);
  const errors: Essai["errors"] = [];
  let actual = 0;
  for (let origin = first; origin < serie.length; origin += 1) {
    const foretold = forecast(methode, serie.slice(0, origin));
    for (let ahead = 1; ahead <= HORIZON && origin + ahead <= serie.length; ahead += 1) {
      const real = serie[origin + ahead - 1] as number;
      errors.push({ ahead, by: Math.abs(real - (foretold[ahead - 1] as number)) });
      actual += real;
    }
  }
  if (errors.length === 0) return null;
  const sum = errors.reduce((total, { by }) => total + by, 0);
  return {
    mae: sum / errors.length,
    wape: actual > 0 ? sum / actual : null,
    semaines: serie.length - first,
    errors,
  };
}

function bestOf(serie: Serie): { methode: MethodeCode; essai: Essai | null } {
  const tried = methodeCodes.flatMap((methode) => {
    const essai = tryOnPast(methode, serie);
    return essai ? [{ methode, essai }] : [];
  });
  const [first, ...rest] = tried;
  if (!first) return { methode: "moyenne", essai: null };
  return rest.reduce((best, one) => (one.essai.mae < best.essai.mae ? one : best), first);
}

/**
 * An interval around each week that would have held `COVERAGE` of the past ones at that distance or nearer; it never
 * narrows with distance. Without a past to try: what chance alone would give counts of that size.
 */
function withMargins(points: readonly number[], essai: Essai | null) {
  let margin = 0;
  return points.map((visites, index) => {
    const near = essai?.errors.filter(({ ahead }) => ahead <= index + 1).map(({ by }) => by) ?? [];
    const wide = near.length > 0 ? quantile(near, COVERAGE) : 1.28 * Math.sqrt(Math.max(1, visites));
    margin = Math.max(margin, wide);
    return { visites, bas: Math.max(0, visites - margin), haut: visites + margin };
  });
}

/** Little history and large past errors both take from it; an error as large as the counts leaves nothing. */
function confidenceOf(essai: Essai | null, weeks: number): number {
  const known = Math.min(1, weeks / FULL_CONFIDENCE_WEEKS);
  const right = essai?.wape == null ? 0.25 : Math.max(0, 1 - essai.wape);
  return Math.round(known * right * 100) / 100;
}

function recentMean(serie: Serie): number[] {
  return Array.from({ length: HORIZON }, () => mean(serie.slice(-RECENT)));
}

/**
 * Exponential smoothing with a damped trend (Gardner and McKenzie 1985); the two constants are those that would have
 * foretold the past best, one week ahead.
 */
function dampedTrend(serie: Serie): number[] {
  let best = { error: Number.POSITIVE_INFINITY, level: 0, trend: 0 };
  for (const alpha of LEVELS)
    for (const beta of TRENDS) {
      const fit = smooth(serie, alpha, beta);
      if (fit.error < best.error) best = fit;
    }
  let sum = 0;
  return Array.from({ length: HORIZON }, (_, index) => {
    sum += DAMPING ** (index + 1);
    return best.level + sum * best.trend;
  });
}

function smooth(serie: Serie, alpha: number, beta: number) {
  let level = mean(serie.slice(0, MIN_WEEKS));
  let trend = 0;
  let error = 0;
  for (const real of serie) {
    const foretold = level + DAMPING * trend;
    error += (real - foretold) ** 2;
    const next = foretold + alpha * (real - foretold);
    trend = beta * (next - level) + (1 - beta) * DAMPING * trend;
    level = next;
  }
  return { error, level, trend };
}

/** The same weeks a year before, by how much the recent weeks differ from theirs: at most half or double. */
function lastYear(serie: Serie): number[] {
  const before = mean(serie.slice(-YEAR - RECENT, -YEAR));
  const ratio = before > 0 ? Math.min(2, Math.max(0.5, mean(serie.slice(-RECENT)) / before)) : 1;
  return Array.from({ length: HORIZON }, (_, ahead) => ratio * (serie[serie.length - YEAR + ahead] ?? 0));
}

const mean = (values: Serie) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The smallest value that at least this share of them does not pass. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** How the latest four weeks differ from the four before, as a share; null when those had nothing. */
export function changeOf(serie: Serie): number | null {
  const before = mean(serie.slice(-8, -4));
  return serie.length >= 8 && before > 0 ? mean(serie.slice(-4)) / before - 1 : null;
}
