import type { Regle } from "@/lib/organisation/conventions/regle";
import type { Fait, JourTravail } from "./jour-travail";
import type { Travail } from "./travail";

const MINUTE = 60_000;
const DAY_MIN = 1440;
const MEAN_WEEKS = 12;

type Semaine = { lundi: string; debut: number; fin: number; jours: readonly JourTravail[]; minutes: number };

/** The whole weeks of the days; those with a day that is asked about. */
function weeksOf(days: readonly JourTravail[]): Semaine[] {
  const weeks: Semaine[] = [];
  for (let at = 0; at + 7 <= days.length; at += 7) {
    const jours = days.slice(at, at + 7);
    const [first, last] = [jours[0], jours[6]];
    if (!first || !last) continue;
    const minutes = jours.reduce((sum, one) => sum + one.minutes, 0);
    weeks.push({ lundi: first.jour, debut: first.debut, fin: last.fin, jours, minutes });
  }
  return weeks;
}

const asked = (days: readonly JourTravail[]) =>
  weeksOf(days).filter(({ jours, minutes }) => minutes > 0 && jours.some(({ vise }) => vise));

const visitsOf = ({ jours }: Semaine) => jours.flatMap(({ touche }) => touche);

/** A civil day so many days later. */
export const plusDays = (jour: string, days: number): string =>
  new Date(Date.parse(`${jour}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function weeklyWork(_travail: Travail, days: readonly JourTravail[]): Fait[] {
  return asked(days).map((week) => ({
    jour: week.lundi,
    mesure: Math.round(week.minutes),
    visites: visitsOf(week),
  }));
}

/** The highest mean of twelve weeks in a row that hold the week. */
export function weeklyMean({ autour }: Travail, days: readonly JourTravail[]): Fait[] {
  const known = new Map(weeksOf(days).map(({ lundi, minutes }) => [lundi, minutes]));
  const total = (lundi: string) => {
    const inside = known.get(lundi);
    if (inside !== undefined) return inside;
    let sum = 0;
    for (let day = 0; day < 7; day += 1) sum += autour.get(plusDays(lundi, day)) ?? 0;
    return sum;
  };
  return asked(days).map((week) => {
    const totals = Array.from({ length: 2 * MEAN_WEEKS - 1 }, (_, at) =>
      total(plusDays(week.lundi, 7 * (at - MEAN_WEEKS + 1))),
    );
    let best = 0;
    for (let from = 0; from < MEAN_WEEKS; from += 1) {
      const sum = totals.slice(from, from + MEAN_WEEKS).reduce((all, one) => all + one, 0);
      best = Math.max(best, sum / MEAN_WEEKS);
    }
    return { jour: week.lundi, mesure: Math.round(best), visites: visitsOf(week) };
  });
}

/**
 * The longest rest of each week in one piece: a day of it lies in the week, and what is asked for beyond a day may lie
 * in the week before or after.
 */
export function weeklyRest(
  { visites }: Travail,
  days: readonly JourTravail[],
  { valeur }: Pick<Regle, "valeur">,
): Fait[] {
  const outside = Math.max(0, valeur - DAY_MIN);
  const edges = [days[0]?.debut ?? 0, ...visites.flatMap(({ debut, fin }) => [debut, fin])];
  edges.push(days.at(-1)?.fin ?? 0);
  return asked(days).map((week) => {
    let best = 0;
    for (let at = 0; at < edges.length; at += 2) {
      const [from, until] = [edges[at] ?? 0, edges[at + 1] ?? 0];
      const inWeek = (Math.min(until, week.fin) - Math.max(from, week.debut)) / MINUTE;
      if (inWeek > 0) best = Math.max(best, Math.min((until - from) / MINUTE, inWeek + outside));
    }
    return { jour: week.lundi, mesure: Math.round(best), visites: visitsOf(week) };
  });
}

/** Days in a row with work, of each row that has a day asked about. */
export function consecutiveDays({ autour }: Travail, days: readonly JourTravail[]): Fait[] {
  const inside = new Map(days.map((day) => [day.jour, day.minutes]));
  const works = (jour: string) => (inside.get(jour) ?? autour.get(jour) ?? 0) > 0;
  const found: Fait[] = [];
  let counted = "";
  for (const day of days) {
    if (!day.vise || day.minutes === 0 || day.jour <= counted) continue;
    let [first, last] = [day.jour, day.jour];
    while (works(plusDays(first, -1))) first = plusDays(first, -1);
    while (works(plusDays(last, 1))) last = plusDays(last, 1);
    counted = last;
    const row = days.filter(({ jour }) => jour >= first && jour <= last);
    const mesure = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
    found.push({ jour: first, mesure, visites: row.flatMap(({ touche }) => touche) });
  }
  return found;
}

/** Sundays of a month with work, told of those asked about. */
export function sundays({ autour }: Travail, days: readonly JourTravail[]): Fait[] {
  const mine = days.filter(({ vise, minutes, jourSemaine }) => vise && minutes > 0 && jourSemaine === 7);
  return [...Map.groupBy(mine, ({ jour }) => jour.slice(0, 7))].map(([month, list]) => {
    const all = new Set(
      days
        .filter(
          ({ jourSemaine, minutes, jour }) => jourSemaine === 7 && minutes > 0 && jour.startsWith(month),
        )
        .map(({ jour }) => jour),
    );
    const inside = new Set(days.map(({ jour }) => jour));
    for (const [jour, minutes] of autour) {
      const isSunday = new Date(`${jour}T00:00:00Z`).getUTCDay() === 0;
      if (isSunday && minutes > 0 && jour.startsWith(month) && !inside.has(jour)) all.add(jour);
    }
    return {
      jour: list[0]?.jour ?? "",
      mesure: all.size,
      visites: list.flatMap(({ touche }) => touche),
    };
  });
}
