import { useTranslations } from "next-intl";
import { formatDate, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "../ui/cx";
import { VisitBlock } from "./visit-block";
import type { WeekRow } from "./week";
import { AbsenceMark } from "./week-table";

/** One day of the week for a phone: the days as tabs, then each person who works or is away. */
export function DayList({
  rows,
  days,
  day,
  today,
  dayHref,
  hrefOf,
  words,
}: {
  rows: WeekRow[];
  days: string[];
  day: string;
  today: string;
  dayHref: (day: string) => string;
  hrefOf: (visitId: number) => string;
  words: Relative;
}) {
  const t = useTranslations("plannings.week");
  const shown = rows.flatMap((row) => {
    const cell = row.days.find(({ jour }) => jour === day);
    return cell && (cell.visits.length > 0 || cell.absence) ? [{ row, cell }] : [];
  });
  return (
    <>
      <nav aria-label={t("days")} className="mb-4">
        <ul className="grid grid-cols-7 gap-1">
          {days.map((one) => {
            const [weekday, number] = formatDate(one, { ...words, style: "weekdayDay" }).split(" ");
            return (
              <li key={one}>
                <Link
                  href={dayHref(one)}
                  scroll={false}
                  aria-current={one === day ? "date" : undefined}
                  className={cx(
                    "flex min-h-14 flex-col items-center justify-center rounded-control border text-sm",
                    one === day ? "border-accent bg-accent text-accent-ink" : "border-line bg-raised",
                    one === today && one !== day && "border-accent",
                  )}
                >
                  <span className="sr-only">{formatDate(one, { ...words, style: "weekdayDayMonth" })}</span>
                  <span aria-hidden className="max-w-full truncate text-xs">
                    {weekday}
                  </span>
                  <span aria-hidden className="text-base font-semibold tabular-nums">
                    {number}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <h2 className="mb-3 text-lg font-semibold first-letter:uppercase">
        {formatDate(day, { ...words, style: "weekdayDayMonth" })}
      </h2>
      {shown.length === 0 ? <p className="text-ink-muted">{t("emptyDay")}</p> : null}
      <ul className="space-y-4">
        {shown.map(({ row, cell }) => (
          <li key={row.key}>
            <h3 className={cx("mb-1.5 font-semibold", !row.person && "text-warning-text")}>
              <bdi>{row.person?.nom ?? t("unassigned")}</bdi>
            </h3>
            {cell.absence ? <AbsenceMark type={cell.absence} /> : null}
            <ul className="space-y-1.5">
              {cell.visits.map((item) => (
                <li key={item.visit.id}>
                  <VisitBlock item={item} href={hrefOf(item.visit.id)} words={words} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
