import { distanceKm } from "@/lib/prestations/creneaux";
import { minutesBetween } from "@/lib/prestations/present";
import type { Prestation } from "@/lib/prestations/schemas";

const DAY_MS = 86_400_000;
/** Straight-line speed above which a way through a town is tight, minutes a kilometre (20 km/h). */
const TIGHT_MIN_PER_KM = 3;

export type Gap = { minutes: number; km: number | null; tight: boolean };

export type Day = {
  /** The visit to act on: the one in progress, else the first that is not done. */
  next: Prestation | undefined;
  /** The others still to come, each with the time left for the way from the visit before it. */
  later: { visit: Prestation; gap: Gap | null }[];
  done: Prestation[];
  cancelled: Prestation[];
  /** Earlier visits that were never clocked and still can be, for 24 hours. */
  forgotten: Prestation[];
  count: number;
  /** Minutes of the day, cancelled visits left out. */
  planned: number;
  worked: number;
};

/**
 * Orders the visits of a person's day. `visits`: yesterday's and today's, by date; `startOfDay`: midnight at the
 * agency. A visit that began yesterday and is not over belongs to today.
 */
export function arrangeDay(visits: readonly Prestation[], startOfDay: Date, now: Date): Day {
  const isToday = (visit: Prestation) => new Date(visit.fin) > startOfDay || visit.statut === "en_cours";
  const today = visits.filter(isToday);
  const active = today.filter(({ statut }) => statut !== "annulee");
  const open = active.filter((visit) => !isDone(visit));
  const next = open.find(({ statut }) => statut === "en_cours") ?? open[0];
  return {
    next,
    later: open
      .filter((visit) => visit !== next)
      .map((visit) => ({ visit, gap: gapBetween(active[active.indexOf(visit) - 1], visit) })),
    done: active.filter(isDone),
    cancelled: today.filter(({ statut }) => statut === "annulee"),
    forgotten: visits.filter((visit) => !isToday(visit) && isForgotten(visit, now)),
    count: active.length,
    planned: plannedMinutes(active),
    worked: workedMinutes(active),
  };
}

/** The time between two visits of a day and the straight line between their addresses; null when they follow at once. */
export function gapBetween(before: Prestation | undefined, after: Prestation): Gap | null {
  if (!before) return null;
  const minutes = Math.max(0, minutesBetween(new Date(before.fin), new Date(after.date)));
  const km = before.adresse && after.adresse ? distanceKm(before.adresse, after.adresse) : null;
  if (minutes === 0 && !km) return null;
  return { minutes, km, tight: km !== null && minutes < km * TIGHT_MIN_PER_KM };
}

export const isDone = ({ statut }: Pick<Prestation, "statut">) =>
  statut === "realisee" || statut === "validee" || statut === "facturee";

/** A confirmed visit of the last 24 hours which is over and was never clocked. */
export function isForgotten(visit: Prestation, now: Date): boolean {
  const age = now.getTime() - new Date(visit.date).getTime();
  return visit.statut === "confirmee" && new Date(visit.fin) < now && age < DAY_MS;
}

/** Planned minutes of visits, cancelled ones left out. */
export function plannedMinutes(visits: readonly Prestation[]): number {
  return sum(visits.filter(({ statut }) => statut !== "annulee").map(({ duree }) => Math.round(duree * 60)));
}

/** Minutes of the visits that are done: as clocked, or as planned where a clocking is missing. */
export function workedMinutes(visits: readonly Prestation[]): number {
  return sum(visits.filter(isDone).map((visit) => clockedMinutes(visit) ?? Math.round(visit.duree * 60)));
}

/** Minutes between the clocked arrival and departure; null without both. */
export function clockedMinutes({ pointages }: Pick<Prestation, "pointages">): number | null {
  const arrival = clocked(pointages, "arrivee");
  const departure = clocked(pointages, "depart");
  return arrival && departure ? minutesBetween(arrival, departure) : null;
}

/** When an arrival or a departure was clocked. */
export function clocked(pointages: Prestation["pointages"], type: "arrivee" | "depart"): Date | null {
  const found = pointages.find((one) => one.type === type);
  return found ? new Date(found.horodatage) : null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
