import { parseDate } from "@internationalized/date";
import type { Planning } from "@/lib/plannings/schemas";
import type { Prestation } from "@/lib/prestations/schemas";

/** What is wrong with a placed visit; the database already refuses two visits of one person at once. */
export type Conflict = "onLeave" | "outsideAvailability" | "tight";

export type WeekVisit = { visit: Prestation; conflicts: Conflict[] };
export type Absence = Planning["intervenants"][number]["absences"][number];
export type DayCell = { jour: string; visits: WeekVisit[]; absence: Absence["type"] | null };
export type WeekRow = {
  key: string;
  /** Null: the visits that nobody has yet. */
  person: { id: number; nom: string; secteur: string } | null;
  plannedMin: number;
  contractMin: number;
  days: DayCell[];
  hasConflict: boolean;
};

export type WeekFilter = { q?: string; secteur?: string; conflits?: boolean };

const DAYS = 7;
/** Two visits at different places want at least this between them, minutes. */
const TRAVEL_MIN = 15;

export const weekDays = (du: string): string[] =>
  Array.from({ length: DAYS }, (_, index) => parseDate(du).add({ days: index }).toString());

/** One row a person, the unassigned visits first; filters leave rows out. */
export function weekRows(planning: Planning, filter: WeekFilter = {}): WeekRow[] {
  const days = weekDays(planning.du);
  const byPerson = Map.groupBy(planning.prestations, ({ intervenant_id }) => intervenant_id);
  const rows = planning.intervenants.map((person) => personRow(person, byPerson.get(person.id) ?? [], days));
  const known = new Set(planning.intervenants.map(({ id }) => id));
  for (const [id, visits] of byPerson) if (id !== null && !known.has(id)) rows.push(formerRow(visits, days));
  const wanted = rows.filter((row) => matches(row, filter));
  const free = byPerson.get(null) ?? [];
  const isNarrowed = Boolean(filter.q || filter.secteur);
  return free.length > 0 && !isNarrowed ? [unassignedRow(free, days), ...wanted] : wanted;
}

/** Sectors that people of the week belong to, in order. */
export const sectorsOf = (planning: Planning): string[] =>
  [...new Set(planning.intervenants.map(({ secteur }) => secteur).filter(Boolean))].sort();

function matches(row: WeekRow, { q, secteur, conflits }: WeekFilter): boolean {
  if (!row.person) return true;
  const words = plain(q ?? "")
    .split(" ")
    .filter(Boolean);
  const name = plain(row.person.nom);
  return (
    words.every((word) => name.includes(word)) &&
    (!secteur || row.person.secteur === secteur) &&
    (!conflits || row.hasConflict)
  );
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

type Person = Planning["intervenants"][number];

function personRow(person: Person, visits: Prestation[], days: string[]): WeekRow {
  const cells = days.map((jour, index) => ({
    jour,
    visits: ofDay(visits, jour, index === 0).map((visit, at, list) => ({
      visit,
      conflicts: conflictsOf(visit, list[at - 1], person, index + 1),
    })),
    absence: person.absences.find((absence) => touches(absence, jour))?.type ?? null,
  }));
  const isOver = person.heures_prevues_min > person.contrat_minutes_semaine;
  return {
    key: `p${person.id}`,
    person: { id: person.id, nom: `${person.prenom} ${person.nom}`.trim(), secteur: person.secteur },
    plannedMin: person.heures_prevues_min,
    contractMin: person.contrat_minutes_semaine,
    days: cells,
    hasConflict: isOver || cells.some((cell) => cell.visits.some(({ conflicts }) => conflicts.length > 0)),
  };
}

/** Somebody who has left since: their visits still show. */
function formerRow(visits: Prestation[], days: string[]): WeekRow {
  const who = visits[0]?.intervenant;
  return {
    ...unassignedRow(visits, days),
    key: `p${who?.id ?? 0}`,
    person: { id: who?.id ?? 0, nom: `${who?.prenom ?? ""} ${who?.nom ?? ""}`.trim(), secteur: "" },
    plannedMin: visits.reduce((sum, { duree }) => sum + Math.round(duree * 60), 0),
    hasConflict: true,
  };
}

function unassignedRow(visits: Prestation[], days: string[]): WeekRow {
  return {
    key: "free",
    person: null,
    plannedMin: 0,
    contractMin: 0,
    days: days.map((jour, index) => ({
      jour,
      visits: ofDay(visits, jour, index === 0).map((visit) => ({ visit, conflicts: [] })),
      absence: null,
    })),
    hasConflict: true,
  };
}

// Dates of the API carry the agency's own offset, so their first characters are its civil day and clock.
const ofDay = (visits: Prestation[], jour: string, isFirst: boolean) =>
  visits.filter(({ date }) => date.slice(0, 10) === jour || (isFirst && date.slice(0, 10) < jour));

/** Whether an absence covers part of a civil day. */
function touches({ debut, fin }: Absence, jour: string): boolean {
  const endsBefore = fin.slice(0, 10) < jour || fin.slice(0, 16) === `${jour}T00:00`;
  return debut.slice(0, 10) <= jour && !endsBefore;
}

function conflictsOf(
  visit: Prestation,
  before: Prestation | undefined,
  person: Person,
  jour: number,
): Conflict[] {
  const out: Conflict[] = [];
  const [from, to] = [Date.parse(visit.date), Date.parse(visit.fin)];
  if (person.absences.some(({ debut, fin }) => Date.parse(debut) < to && from < Date.parse(fin)))
    out.push("onLeave");
  if (!isAvailable(visit, person, jour)) out.push("outsideAvailability");
  const gap = before ? (from - Date.parse(before.fin)) / 60_000 : TRAVEL_MIN;
  if (before && before.adresse_id !== visit.adresse_id && gap < TRAVEL_MIN) out.push("tight");
  return out;
}

/** Within one of the day's windows, windows that touch counted as one; visits over midnight are left alone. */
function isAvailable(visit: Prestation, { disponibilites }: Person, jour: number): boolean {
  if (visit.date.slice(0, 10) !== visit.fin.slice(0, 10)) return true;
  const [from, to] = [visit.date.slice(11, 16), visit.fin.slice(11, 16)];
  let reached = from;
  const windows = disponibilites
    .filter((window) => window.jour === jour)
    .sort((a, b) => a.heure_debut.localeCompare(b.heure_debut));
  for (const { heure_debut, heure_fin } of windows)
    if (heure_debut <= reached && heure_fin > reached) reached = heure_fin;
  return reached >= to;
}
