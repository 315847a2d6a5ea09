import { endOfMonth, parseDate, startOfMonth } from "@internationalized/date";
import { isoWeek, mondayOf } from "@/lib/foundation/zoned";

/** The civil day `days` after another; both 'YYYY-MM-DD'. */
export const civilDayAfter = (day: string, days: number): string => parseDate(day).add({ days }).toString();

/** First and last day of a civil day's month. */
export function monthOf(day: string): { du: string; au: string } {
  const date = parseDate(day);
  return { du: startOfMonth(date).toString(), au: endOfMonth(date).toString() };
}

export type Week = { week: string; days: string[]; previous: string; next: string };

/** The seven days of an ISO week ('2026-W48') from its Monday, with the weeks beside it; of `today` when unreadable. */
export function weekOf(text: string | undefined, today: string): Week {
  const monday = (text && mondayOf(text)) || mondayOf(isoWeek(today)) || today;
  return {
    week: isoWeek(monday),
    days: Array.from({ length: 7 }, (_, index) => civilDayAfter(monday, index)),
    previous: isoWeek(civilDayAfter(monday, -7)),
    next: isoWeek(civilDayAfter(monday, 7)),
  };
}
