import { fromDate, parseDate } from "@internationalized/date";
import type { Relative } from "@/lib/i18n/format";
import type { Creneau, Creneaux } from "@/lib/prestations/schemas";

/** A civil day with its free slots; `distance` in days from today. */
export type DaySlots = { day: string; distance: number; slots: Creneau[] };

const WEEK_DAYS = 7;
/** How far ahead a client may look. */
const FURTHEST_DAYS = 90;

/** The seven days to show: from `asked`, or from today when it is absent, wrong, past or too far. */
export function weekFrom(asked: string | undefined, today: string) {
  const start = startOf(asked, today);
  const from = parseDate(start);
  const previous = from.subtract({ days: WEEK_DAYS });
  const next = from.add({ days: WEEK_DAYS });
  const furthest = parseDate(today).add({ days: FURTHEST_DAYS });
  return {
    du: start,
    au: from.add({ days: WEEK_DAYS - 1 }).toString(),
    previous: start === today ? null : previous.toString() < today ? today : previous.toString(),
    next: next.compare(furthest) > 0 ? null : next.toString(),
    furthest: furthest.toString(),
  };
}

function startOf(asked: string | undefined, today: string): string {
  if (!asked || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return today;
  try {
    const date = parseDate(asked);
    const isFar = date.compare(parseDate(today).add({ days: FURTHEST_DAYS })) > 0;
    return asked < today || isFar ? today : date.toString();
  } catch {
    return today;
  }
}

/** Every day of the week, also those without a free slot. */
export function daysOf(week: { du: string }, today: string, found: Creneaux): DaySlots[] {
  const start = parseDate(week.du);
  return Array.from({ length: WEEK_DAYS }, (_, index) => {
    const day = start.add({ days: index });
    const slots = found.results.find(({ jour }) => jour === day.toString())?.creneaux ?? [];
    return { day: day.toString(), distance: day.compare(parseDate(today)), slots };
  });
}

/** The hour at which a slot starts, on the agency's clock. */
export const hourOf = (slot: Pick<Creneau, "date">, words: Pick<Relative, "timeZone">): number =>
  fromDate(new Date(slot.date), words.timeZone).hour;
