import { endOfMonth, parseDate, startOfMonth, startOfYear } from "@internationalized/date";

export const presets = ["thisMonth", "lastMonth", "quarter", "year", "other"] as const;
export type Preset = (typeof presets)[number];

/** First and last civil day of a usual period around `today`; null for dates that people give themselves. */
export function periodOf(preset: string | undefined, today: string): { du: string; au: string } | null {
  const day = parseDate(today);
  const span = (first: typeof day, last: typeof day) => ({ du: first.toString(), au: last.toString() });
  switch (preset) {
    case "thisMonth":
      return span(startOfMonth(day), endOfMonth(day));
    case "lastMonth": {
      const before = startOfMonth(day).subtract({ days: 1 });
      return span(startOfMonth(before), before);
    }
    case "quarter": {
      const first = startOfMonth(day).subtract({ months: (day.month - 1) % 3 });
      return span(first, endOfMonth(first.add({ months: 2 })));
    }
    case "year":
      return span(startOfYear(day), startOfYear(day).add({ years: 1 }).subtract({ days: 1 }));
    default:
      return null;
  }
}
