import type { Regle } from "@/lib/organisation/conventions/regle";
import { type Fait, idsOf, type JourTravail } from "./jour-travail";
import type { Travail, VisiteTravail } from "./travail";

const MINUTE = 60_000;
const DAY_MIN = 1440;
/** A longer pause over midnight is no break of one shift any more: it has to be a whole rest. */
export const NIGHT_BREAK_MIN = 120;

/**
 * Rest around each working period. Visits with less than the rest between them are one period: a pause of it over
 * midnight is a rest that is too short, and a period with none still leaves only the rest of its 24 hours.
 */
export function dailyRest(
  { visites }: Travail,
  days: readonly JourTravail[],
  { valeur }: Pick<Regle, "valeur">,
): Fait[] {
  const dayOf = (at: number) => days.find(({ debut, fin }) => at >= debut && at < fin);
  const found: Fait[] = [];
  for (const period of periodsOf(visites, valeur)) {
    const first = period[0] as VisiteTravail;
    const last = period.at(-1) as VisiteTravail;
    const short = period.slice(1).flatMap((visite, at): Fait[] => {
      const before = period[at] as VisiteTravail;
      const day = dayOf(visite.debut);
      const pause = Math.round((visite.debut - before.fin) / MINUTE);
      const overMidnight = day !== undefined && before.fin <= day.debut;
      if (!day?.vise && !dayOf(before.debut)?.vise) return [];
      return overMidnight && pause > NIGHT_BREAK_MIN
        ? [{ jour: day.jour, mesure: pause, visites: [before.id, visite.id] }]
        : [];
    });
    found.push(...short);
    const day = dayOf(first.debut);
    const left = DAY_MIN - Math.round((last.fin - first.debut) / MINUTE);
    const isAsked = period.some(({ debut }) => dayOf(debut)?.vise);
    if (short.length === 0 && day && isAsked)
      found.push({ jour: day.jour, mesure: Math.max(0, left), visites: idsOf(period) });
  }
  return found;
}

function periodsOf(visites: readonly VisiteTravail[], restMin: number): VisiteTravail[][] {
  const periods: VisiteTravail[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const visite of visites) {
    const period = periods.at(-1);
    if (period && visite.debut - end < restMin * MINUTE) period.push(visite);
    else periods.push([visite]);
    end = Math.max(end, visite.fin);
  }
  return periods;
}
