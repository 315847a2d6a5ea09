import { fromDate, toCalendarDate } from "@internationalized/date";
import { instantAt } from "./calendar";
import { type AgenceDemo, agencesDemo } from "./data/agences";
import { at } from "./random";

/** The moment that the demonstration is told from. */
export type World = {
  /** Civil date in Paris. */
  today: string;
  now: Date;
};

/** With a date given, it is noon of that day, so that the same date always tells the same story. */
export function worldAt(today: string | undefined, moment = new Date()): World {
  if (today) return { today, now: instantAt(today, 720, "Europe/Paris") };
  const now = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
  return { today: localDate(now, "Europe/Paris"), now };
}

export function localDate(instant: Date, zone: string): string {
  return localParts(instant, zone).date;
}

/** Civil date and minutes after midnight of an instant, where the work takes place. */
export function localParts(instant: Date, zone: string): { date: string; minutes: number } {
  const local = fromDate(instant, zone);
  return { date: toCalendarDate(local).toString(), minutes: local.hour * 60 + local.minute };
}

export function agenceOf(id: number): AgenceDemo {
  return at(agencesDemo, id - 1);
}
