import {
  type CalendarDate,
  fromDate,
  parseAbsolute,
  parseDate,
  parseDateTime,
  toZoned,
  type ZonedDateTime,
} from "@internationalized/date";
import { Refused } from "./errors";

/**
 * The instant of an ISO 8601 text; without an offset it is local time in `zone` (an hour skipped by a DST night moves
 * forward, a doubled one is the first). Throws `validation` on the field when the text is no date.
 */
export function instantOf(text: string, zone: string, field: string): Date {
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return parseAbsolute(text, "UTC").toDate();
    return toZoned(parseDateTime(text), zone, "compatible").toDate();
  } catch (cause) {
    throw new Refused("validation", { errors: [{ pointer: `/${field}`, code: "invalidDate" }], cause });
  }
}

const QUARTER_MS = 900_000;
/** From this day on every zone changes its clock at a full quarter of an hour (the last that did not: Liberia, 1972). */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
const MOST_KEPT = 20_000;
const offsets = new Map<string, number>();

/** Milliseconds that the clocks of `zone` are ahead of UTC. Kept per quarter of an hour: `Intl` takes 20 µs to say it. */
function offsetOf(instant: number, zone: string): number {
  if (!(instant >= QUARTERS_SINCE)) return fromDate(new Date(instant), zone).offset;
  const key = `${Math.floor(instant / QUARTER_MS)} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const { offset } = fromDate(new Date(instant), zone);
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** `2025-09-10T14:00:00+02:00`: local time in `zone` with its offset, to the second. */
export function withOffset(instant: Date, zone: string): string {
  const offset = offsetOf(instant.getTime(), zone);
  const pad = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const local = new Date(instant.getTime() + offset).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export const inZone = (instant: Date, zone: string): ZonedDateTime => fromDate(instant, zone);

/** The civil day of an instant in `zone`, YYYY-MM-DD. */
export const civilDay = (instant: Date, zone: string): string =>
  new Date(instant.getTime() + offsetOf(instant.getTime(), zone)).toISOString().slice(0, 10);

/** Midnight at the start of a civil day in `zone`, as an instant. */
export function startOfDay(day: string | CalendarDate, zone: string): Date {
  return toZoned(typeof day === "string" ? parseDate(day) : day, zone, "compatible").toDate();
}

/** The half-open span [start, end) of `days` civil days from `day`, in `zone`. */
export function daySpan(day: string, days: number, zone: string): { start: Date; end: Date } {
  return { start: startOfDay(day, zone), end: startOfDay(parseDate(day).add({ days }), zone) };
}

/** Monday of an ISO week text such as `2025-W37`, YYYY-MM-DD; null when the text is no week. */
export function mondayOf(week: string): string | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const year = Number(match[1]);
  const number = Number(match[2]);
  const fourth = parseDate(`${match[1]}-01-04`);
  const weekday = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  const monday = fourth.subtract({ days: weekday }).add({ weeks: number - 1 });
  return number >= 1 && isoWeek(monday.toString()) === week ? monday.toString() : null;
}

/** ISO 8601 week of a civil day: `2025-W37`. */
export function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 4);
  const week =
    1 +
    Math.round((date.getTime() - first) / 604_800_000 - (3 - ((new Date(first).getUTCDay() + 6) % 7)) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}
