import { parseDate, parseDateTime, toZoned } from "@internationalized/date";
import { civilDay, startOfDay } from "@/lib/foundation/zoned";

/** Half-open [debut, fin), epoch milliseconds. */
export type Span = { debut: number; fin: number };

/** One civil day of a zone, with its clock; made once, so that slot searches never touch the calendar again. */
export type Journee = {
  jour: string;
  /** 1 is Monday. */
  jourSemaine: number;
  debut: number;
  fin: number;
  /** The instant at so many minutes after local midnight; the first of a doubled hour, later for a skipped one. */
  at: (minute: number) => number;
};

const DAY_MS = 86_400_000;

export function journee(jour: string, zone: string): Journee {
  const debut = startOfDay(jour, zone).getTime();
  const fin = startOfDay(parseDate(jour).add({ days: 1 }), zone).getTime();
  const plain = fin - debut === DAY_MS;
  const jourSemaine = ((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const at = (minute: number) => {
    if (plain || minute <= 0) return debut + minute * 60_000;
    return minute >= 1440 ? fin : clockTime(jour, minute, zone);
  };
  return { jour, jourSemaine, debut, fin, at };
}

function clockTime(jour: string, minute: number, zone: string): number {
  const pad = (value: number) => String(value).padStart(2, "0");
  const text = `${jour}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00`;
  return toZoned(parseDateTime(text), zone, "compatible").toDate().getTime();
}

/** `count` days from `jour`. */
export function journees(jour: string, count: number, zone: string): Journee[] {
  return Array.from({ length: count }, (_, index) =>
    journee(parseDate(jour).add({ days: index }).toString(), zone),
  );
}

/** The civil days that a span touches. */
export function journeesOf(span: Span, zone: string): Journee[] {
  const first = civilDay(new Date(span.debut), zone);
  const last = civilDay(new Date(span.fin - 1), zone);
  return journees(first, daysBetween(first, last) + 1, zone);
}

/** Whole days from one civil day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Spans in order, those that touch or overlap made one. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.debut - b.debut)) {
    const last = out.at(-1);
    if (last && span.debut <= last.fin) last.fin = Math.max(last.fin, span.fin);
    else out.push({ ...span });
  }
  return out;
}

/** What is left of `free` once `busy` is taken away; both in order and merged. */
export function without(free: readonly Span[], busy: readonly Span[]): Span[] {
  return free.flatMap((window) => {
    const out: Span[] = [];
    let from = window.debut;
    for (const taken of busy) {
      if (taken.fin <= from || taken.debut >= window.fin) continue;
      if (taken.debut > from) out.push({ debut: from, fin: taken.debut });
      from = Math.max(from, taken.fin);
    }
    if (from < window.fin) out.push({ debut: from, fin: window.fin });
    return out;
  });
}

export const overlaps = (a: Span, b: Span) => a.debut < b.fin && b.debut < a.fin;
