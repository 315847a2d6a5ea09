import type { RefusalCode } from "@/lib/foundation/errors";
import { type Journee, journeesOf, merged, overlaps, type Span } from "./journee";

/** Limits of a collective agreement; times in minutes. */
export type LabourLimits = {
  dailyMaxMin: number;
  dailyRestMin: number;
  nightBreakMin: number;
  travelMarginMin: number;
};

/**
 * IDCC 3127 (companies of services à la personne): 10 h a day; 11 h of rest (Code du travail L3131-1), hence no
 * working period longer than 13 h from first start to last end. The night break (a longer pause over midnight is no
 * longer one shift) and the travel margin are ours.
 */
export const idcc3127: LabourLimits = {
  dailyMaxMin: 600,
  dailyRestMin: 660,
  nightBreakMin: 120,
  travelMarginMin: 15,
};

/** Weekly hours, minutes after local midnight; day 1 is Monday; in force from `du` to `au`, both included. */
export type Disponibilite = {
  jour: number;
  debutMin: number;
  finMin: number;
  du: string;
  au: string | null;
};

/** An intervenant as the rules see them. */
export type Candidat = {
  id: number;
  prenom: string;
  /** Holds the skill of the activity asked for. */
  competent: boolean;
  latitude: number | null;
  longitude: number | null;
  /** Postal codes served; none means the whole agency. */
  secteurs: readonly string[];
  disponibilites: readonly Disponibilite[];
  /** Approved absences. */
  absences: readonly Span[];
  /** Active visits, in order, the one being changed left out. */
  visites: readonly Span[];
  /** Visits already made at this client's. */
  connu: number;
};

export type Broken = { code: RefusalCode; severity: "block" | "warn"; field: string };

const rules = {
  visitTooLong: { severity: "block", field: "duree" },
  skillMissing: { severity: "block", field: "intervenant_id" },
  onLeave: { severity: "block", field: "date" },
  dailyMaxExceeded: { severity: "block", field: "date" },
  dailyRestTooShort: { severity: "block", field: "date" },
  outsideAvailability: { severity: "warn", field: "date" },
  outOfSector: { severity: "warn", field: "intervenant_id" },
} as const satisfies Record<string, Pick<Broken, "severity" | "field">>;

export type RuleCode = keyof typeof rules;

/** Rules that `travail/` knows better: with the person's contract, travel and the agency's own values. */
export const isWorkRule = (code: string): boolean =>
  code === "dailyMaxExceeded" || code === "dailyRestTooShort";

export type Placement = Span & {
  zone: string;
  codePostal: string;
  /** Longest visit of the activity (D7233-5), minutes. */
  dureeMaxMin: number | null;
};

/** Rules that a visit would break, blocking ones first; `candidat` null while nobody is assigned. */
export function brokenRules(
  visit: Placement,
  candidat: Candidat | null,
  limits: LabourLimits = idcc3127,
): Broken[] {
  const codes: RuleCode[] = [];
  if (visit.dureeMaxMin !== null && minutesOf(visit) > visit.dureeMaxMin) codes.push("visitTooLong");
  if (candidat) {
    const days = journeesOf(visit, visit.zone);
    if (!candidat.competent) codes.push("skillMissing");
    if (candidat.absences.some((absence) => overlaps(absence, visit))) codes.push("onLeave");
    if (exceedsDay(candidat.visites, visit, days, limits)) codes.push("dailyMaxExceeded");
    if (lacksRest(candidat.visites, visit, days, limits)) codes.push("dailyRestTooShort");
    if (!isCovered(visit, merged(days.flatMap((day) => windowsOf(candidat, day)))))
      codes.push("outsideAvailability");
    if (!serves(candidat, visit.codePostal)) codes.push("outOfSector");
  }
  return codes.map((code) => ({ code, ...rules[code] }));
}

export const minutesOf = ({ debut, fin }: Span) => (fin - debut) / 60_000;

export const serves = ({ secteurs }: Candidat, codePostal: string) =>
  secteurs.length === 0 || secteurs.includes(codePostal);

/** The working windows of a civil day. */
export function windowsOf({ disponibilites }: Candidat, day: Journee): Span[] {
  return merged(
    disponibilites
      .filter(
        ({ jour, du, au }) => jour === day.jourSemaine && du <= day.jour && (au === null || day.jour <= au),
      )
      .map(({ debutMin, finMin }) => ({ debut: day.at(debutMin), fin: day.at(finMin) })),
  );
}

const isCovered = (visit: Span, windows: readonly Span[]) =>
  windows.some(({ debut, fin }) => debut <= visit.debut && visit.fin <= fin);

/** Whether a civil day would hold more work than allowed. */
export function exceedsDay(
  visits: readonly Span[],
  added: Span,
  days: readonly Span[],
  limits: LabourLimits,
): boolean {
  return days.some((day) => {
    const worked = [...visits, added].reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.fin, day.fin) - Math.max(span.debut, day.debut)),
      0,
    );
    return worked > limits.dailyMaxMin * 60_000;
  });
}

/**
 * Whether the rest around the added visit would be too short. Visits with less than the rest between them are one
 * working period: it may not last longer than 24 h less the rest, and a pause over midnight that is longer than a
 * break must be a whole rest. `visits` in order of time, `days` those of the added visit.
 */
export function lacksRest(
  visits: readonly Span[],
  added: Span,
  days: readonly Span[],
  limits: LabourLimits,
): boolean {
  const rest = limits.dailyRestMin * 60_000;
  let { debut, fin } = added;
  for (let at = visits.length - 1; at >= 0; at -= 1) {
    const before = visits[at] as Span;
    if (before.debut < debut && debut - before.fin < rest) debut = before.debut;
  }
  for (const after of visits) if (after.fin > fin && after.debut - fin < rest) fin = after.fin;
  if (fin - debut > 24 * 3_600_000 - rest) return true;
  const midnights = [days[0]?.debut ?? debut, days.at(-1)?.fin ?? fin];
  const short = (pause: number) => pause > limits.nightBreakMin * 60_000 && pause < rest;
  return visits.some(
    (other) =>
      (other.fin <= (midnights[0] as number) && short(added.debut - other.fin)) ||
      (other.debut >= (midnights[1] as number) && short(other.debut - added.fin)),
  );
}
