import { type Journee, merged, type Span } from "../journee";
import type { Travail, VisiteTravail } from "./travail";

/** One measured thing: what, when, of which visits. */
export type Fait = { mesure: number; jour: string; visites: number[] };

/** One civil day: its visits (those that begin on it) and the minutes worked within it. */
export type JourTravail = Journee & {
  visites: readonly VisiteTravail[];
  /** Visits and travel of the visits that begin on the day, in order. */
  travail: readonly Span[];
  minutes: number;
  /** Ids of the visits of which a part lies in the day. */
  touche: readonly number[];
  /** Findings are about it. */
  vise: boolean;
};

/** A gap shorter than this is paid as work (IDCC 3127). */
export const SHORT_GAP_MIN = 15;
const MINUTE = 60_000;

export function daysOf({ jours, visites, du, au }: Travail): JourTravail[] {
  const groups = new Map<Journee, VisiteTravail[]>(jours.map((jour) => [jour, []]));
  for (const visite of visites) {
    const jour = jours.find(({ debut, fin }) => visite.debut >= debut && visite.debut < fin);
    if (jour) groups.get(jour)?.push(visite);
  }
  const days = jours.map((jour) => ({
    ...jour,
    visites: groups.get(jour) ?? [],
    travail: workOf(groups.get(jour) ?? []),
    minutes: 0,
    touche: idsOf(visites.filter(({ debut, fin }) => debut < jour.fin && fin > jour.debut)),
    vise: jour.jour >= du && jour.jour <= au,
  }));
  const all = days.flatMap(({ travail }) => travail);
  return days.map((day) => ({ ...day, minutes: minutesWithin(all, day) }));
}

/** Visits of one day with the travel between them, and gaps too short to be free time. */
export function workOf(visites: readonly VisiteTravail[]): Span[] {
  const spans = visites.flatMap((visite, at): Span[] => {
    const before = visites[at - 1];
    const gap = before ? visite.debut - before.fin : 0;
    const { debut, fin } = visite;
    if (!before || gap <= 0) return [{ debut, fin }];
    const worked = gap < SHORT_GAP_MIN * MINUTE ? gap : Math.min(gap, visite.trajetMin * MINUTE);
    return [
      { debut: before.fin, fin: before.fin + worked },
      { debut, fin },
    ];
  });
  return merged(spans.filter(({ debut, fin }) => fin > debut));
}

export const minutesWithin = (spans: readonly Span[], { debut, fin }: Span): number =>
  spans.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.fin, fin) - Math.max(one.debut, debut)) / MINUTE,
    0,
  );

export const idsOf = (visites: readonly VisiteTravail[]) => visites.map(({ id }) => id);
