import { type Journee, merged, overlaps, type Span, without } from "./journee";
import {
  type Candidat,
  exceedsDay,
  idcc3127,
  type LabourLimits,
  lacksRest,
  serves,
  windowsOf,
} from "./regles";

export type Lieu = { codePostal: string; latitude: number | null; longitude: number | null };
export type Raison = "dejaVenu" | "proche" | "disponible";
export type Libre = Span & { candidat: Candidat; raisons: Raison[] };

export type Recherche = {
  jours: readonly Journee[];
  dureeMin: number;
  lieu: Lieu;
  candidats: readonly Candidat[];
  /** Nothing starts before this, epoch milliseconds. */
  plusTot: number;
  limits?: LabourLimits;
};

const STEP_MIN = 30;
const NEAR_KM = 5;

/**
 * Free starts by day, every half hour of the local clock, each with the intervenant to propose: who came before, then
 * who lives nearest, then the lowest id. Pure; days without a free start are left out.
 */
export function freeSlots(search: Recherche): { jour: string; libres: Libre[] }[] {
  const ranked = rank(search.candidats, search.lieu);
  return search.jours.flatMap((day) => {
    const starts = startsOf(day, search.plusTot);
    const found = new Map<number, Libre>();
    for (const candidat of ranked) {
      if (found.size === starts.length) break;
      for (const span of freeOn(day, starts, candidat, search))
        if (!found.has(span.debut))
          found.set(span.debut, { ...span, candidat, raisons: reasons(candidat, search.lieu) });
    }
    const libres = [...found.values()].sort((a, b) => a.debut - b.debut);
    return libres.length > 0 ? [{ jour: day.jour, libres }] : [];
  });
}

/** Candidates who may take exactly this span, best first. */
export function freeFor(
  span: Span,
  days: readonly Journee[],
  search: Pick<Recherche, "candidats" | "lieu" | "limits">,
): Candidat[] {
  const dureeMin = (span.fin - span.debut) / 60_000;
  return rank(search.candidats, search.lieu).filter((candidat) =>
    days.some(
      (day) =>
        freeOn(day, [span.debut], candidat, { ...search, dureeMin, jours: days, plusTot: span.debut })
          .length > 0,
    ),
  );
}

/** Those who hold the skill and serve the place, in the order in which they are proposed. */
function rank(candidats: readonly Candidat[], lieu: Lieu): Candidat[] {
  const far = new Map(candidats.map((one) => [one.id, distanceKm(one, lieu) ?? Number.POSITIVE_INFINITY]));
  const gap = (a: Candidat, b: Candidat) => {
    const [left, right] = [far.get(a.id) as number, far.get(b.id) as number];
    return left === right ? 0 : left - right;
  };
  return candidats
    .filter((one) => one.competent && serves(one, lieu.codePostal))
    .sort((a, b) => b.connu - a.connu || gap(a, b) || a.id - b.id);
}

function reasons(candidat: Candidat, lieu: Lieu): Raison[] {
  const km = distanceKm(candidat, lieu);
  const out: Raison[] = [];
  if (candidat.connu > 0) out.push("dejaVenu");
  if (km !== null && km <= NEAR_KM) out.push("proche");
  return [...out, "disponible"];
}

/** The half hours of a day; a doubled hour counts once, a skipped one not at all. */
function startsOf(day: Journee, plusTot: number): number[] {
  const starts = new Set<number>();
  for (let minute = 0; minute < 1440; minute += STEP_MIN) {
    const start = day.at(minute);
    if (start >= plusTot && start < day.fin) starts.add(start);
  }
  return [...starts];
}

function freeOn(day: Journee, starts: readonly number[], candidat: Candidat, search: Recherche): Span[] {
  const limits = search.limits ?? idcc3127;
  const length = search.dureeMin * 60_000;
  const margin = limits.travelMarginMin * 60_000;
  const open = windowsOf(candidat, day);
  if (open.length === 0) return [];
  const around = { debut: day.debut - 48 * 3_600_000, fin: day.fin + 48 * 3_600_000 };
  const visits = candidat.visites.filter((visit) => overlaps(visit, around));
  const busy = merged([
    ...visits.map(({ debut, fin }) => ({ debut: debut - margin, fin: fin + margin })),
    ...candidat.absences.filter((absence) => overlaps(absence, around)),
  ]);
  return without(open, busy).flatMap((window) =>
    starts
      .filter((start) => start >= window.debut && start + length <= window.fin)
      .map((debut) => ({ debut, fin: debut + length }))
      .filter((span) => !exceedsDay(visits, span, [day], limits) && !lacksRest(visits, span, [day], limits)),
  );
}

/** Great-circle distance, kilometres; null when a place is unknown. */
export function distanceKm(
  a: { latitude: number | null; longitude: number | null },
  b: { latitude: number | null; longitude: number | null },
): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const radians = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * radians;
  const dLon = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
