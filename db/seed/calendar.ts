import { getDayOfWeek, parseDate, toCalendarDateTime, toZoned } from "@internationalized/date";

const MS_PER_MINUTE = 60_000;
const noons = new Map<string, number>();

/** Instant of a local wall time, minutes after midnight. Exact from 03:00 on, after any clock change of the night. */
export function instantAt(date: string, minutes: number, zone: string): Date {
  const key = `${zone} ${date}`;
  let noon = noons.get(key);
  if (noon === undefined) {
    noon = toZoned(toCalendarDateTime(parseDate(date)).set({ hour: 12 }), zone)
      .toDate()
      .getTime();
    noons.set(key, noon);
  }
  return new Date(noon + (minutes - 720) * MS_PER_MINUTE);
}

export function addDays(date: string, days: number): string {
  return parseDate(date).add({ days }).toString();
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return getDayOfWeek(parseDate(date), "fr-FR", "mon") + 1;
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MS_PER_MINUTE);
}

export function minutesBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / MS_PER_MINUTE);
}

export function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Civil month `YYYY-MM`, `months` after that of a date. */
export function monthOf(date: string, months = 0): string {
  return parseDate(`${date.slice(0, 7)}-01`)
    .add({ months })
    .toString()
    .slice(0, 7);
}

export function lastDayOf(month: string): string {
  return addDays(`${monthOf(`${month}-01`, 1)}-01`, -1);
}

/** Local `HH:mm` of minutes after midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const fixedHolidays = {
  FR: ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"],
  DZ: ["01-01", "01-12", "05-01", "07-05", "11-01"],
};

/** Public holidays on a fixed date (Code du travail L3133-1; Algeria: ordonnance 63-278). */
export function isHoliday(date: string, pays: "FR" | "DZ"): boolean {
  return fixedHolidays[pays].includes(date.slice(5));
}
