import type { Span } from "../journee";
import { type Fait, idsOf, type JourTravail, minutesWithin, SHORT_GAP_MIN } from "./jour-travail";
import type { Travail } from "./travail";

const MINUTE = 60_000;
/** A break counts from this length on (Code du travail L3121-16). */
const BREAK_MIN = 20;

const worked = (days: readonly JourTravail[]) =>
  days.filter(({ vise, visites }) => vise && visites.length > 0);

/** From the first start to the last end of a day's visits. */
export function amplitude(_travail: Travail, days: readonly JourTravail[]): Fait[] {
  return worked(days).map(({ jour, visites }) => {
    const first = visites[0]?.debut ?? 0;
    const last = Math.max(...visites.map(({ fin }) => fin));
    return { jour, mesure: Math.round((last - first) / MINUTE), visites: idsOf(visites) };
  });
}

/** The longest stretch of a day without a break. */
export function breaks(_travail: Travail, days: readonly JourTravail[]): Fait[] {
  return worked(days).map(({ jour, travail, visites }) => {
    let longest: Span = { debut: 0, fin: 0 };
    let stretch: Span | undefined;
    for (const piece of travail) {
      const goesOn = stretch && piece.debut - stretch.fin < BREAK_MIN * MINUTE;
      stretch = goesOn && stretch ? { debut: stretch.debut, fin: piece.fin } : { ...piece };
      if (stretch.fin - stretch.debut > longest.fin - longest.debut) longest = stretch;
    }
    const inside = visites.filter(({ debut, fin }) => debut < longest.fin && fin > longest.debut);
    return {
      jour,
      mesure: Math.round((longest.fin - longest.debut) / MINUTE),
      visites: idsOf(inside),
    };
  });
}

/** Free gaps of a part-timer's day (travel taken off, those too short to be free left out), counted by `of`. */
export function interruptions(
  { partiel }: Travail,
  days: readonly JourTravail[],
  of: (gapsMin: readonly number[]) => number,
): Fait[] {
  if (!partiel) return [];
  return worked(days).map(({ jour, travail, visites }) => {
    const gaps = travail
      .slice(1)
      .map((piece, at) => Math.round((piece.debut - (travail[at]?.fin ?? piece.debut)) / MINUTE))
      .filter((minutes) => minutes >= SHORT_GAP_MIN);
    return { jour, mesure: of(gaps), visites: idsOf(visites) };
  });
}

/** Minutes worked in the night that begins on each day. */
export function nights({ jeu: { nuit } }: Travail, days: readonly JourTravail[]): Fait[] {
  const all = days.flatMap(({ travail }) => travail);
  const visits = days.flatMap(({ visites }) => visites);
  return days.flatMap((day, at): Fait[] => {
    const next = days[at + 1];
    if (!day.vise || !next) return [];
    const night = { debut: day.at(nuit.debutMin), fin: next.at(nuit.finMin) };
    const mesure = Math.round(minutesWithin(all, night));
    if (mesure === 0) return [];
    const inside = visits.filter(({ debut, fin }) => debut < night.fin && fin > night.debut);
    return [{ jour: day.jour, mesure, visites: idsOf(inside) }];
  });
}
