import { formatDate, type Zoned } from "@/lib/i18n/format";

/** Weekday and day as on a tear-off calendar: found with the eye before it is read. For sight only. */
export function DateTile({ date, words }: { date: Date; words: Zoned }) {
  const [weekday, day] = formatDate(date, { ...words, style: "weekdayDay" }).split(" ");
  return (
    <span
      aria-hidden
      className="grid w-14 shrink-0 place-items-center self-start rounded-control bg-accent-soft px-1 py-1.5 text-accent-text"
    >
      <span className="max-w-full truncate text-xs font-medium">{weekday}</span>
      <span className="text-xl leading-tight font-semibold tabular-nums">{day}</span>
    </span>
  );
}
