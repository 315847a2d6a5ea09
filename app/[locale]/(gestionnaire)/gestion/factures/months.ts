import { parseDate } from "@internationalized/date";
import { formatDate } from "@/lib/i18n/format";
import type { GestionArea } from "../area";

type Place = Pick<GestionArea, "today" | "words">;

/** The civil month of a day, or one `by` months away: `2026-11`. */
export const monthOf = (day: string, by = 0): string =>
  parseDate(`${day.slice(0, 7)}-01`)
    .add({ months: by })
    .toString()
    .slice(0, 7);

/** `2026-11` as "novembre 2026". */
export const monthText = (month: string, { words }: Pick<GestionArea, "words">): string =>
  formatDate(`${month}-01`, { ...words, style: "monthYear" });

/** This month and those before it, newest first, as options of a choice. */
export function monthOptions(area: Place, count: number): { value: string; label: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const value = monthOf(area.today, -index);
    return { value, label: monthText(value, area) };
  });
}

/** A month of the address, or null when it is none. */
export const readMonth = (text: string | undefined): string | null =>
  text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null;

/** First and last day of a month. */
export function monthDays(month: string): { du: string; au: string } {
  const du = parseDate(`${month}-01`);
  return { du: du.toString(), au: du.add({ months: 1 }).subtract({ days: 1 }).toString() };
}
