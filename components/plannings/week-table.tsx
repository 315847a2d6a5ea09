import { CalendarOff, UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "../ui/cx";
import { VisitBlock } from "./visit-block";
import type { DayCell, WeekRow } from "./week";
import { Workload } from "./workload";

type Props = {
  rows: WeekRow[];
  days: string[];
  today: string;
  hrefOf: (visitId: number) => string;
  words: Relative;
  caption: string;
};

/** People down, days across; header and names stay in sight while one scrolls. */
export function WeekTable({ rows, days, today, hrefOf, words, caption }: Props) {
  const t = useTranslations("plannings.week");
  return (
    <div className="max-h-[calc(100dvh-8rem)] min-h-80 overflow-auto rounded-card border xl:max-h-none xl:overflow-clip border-line bg-raised shadow-card print:max-h-none print:overflow-visible print:border-0 print:shadow-none">
      <table className="w-full min-w-[58rem] table-fixed border-separate border-spacing-0 print:min-w-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 top-0 z-20 xl:top-16 print:static w-44 border-e border-b border-line bg-sunken px-3 py-2 text-start text-sm font-semibold text-ink-muted"
            >
              {t("person")}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                aria-current={day === today ? "date" : undefined}
                className={cx(
                  "sticky top-0 z-10 border-b xl:top-16 print:static border-line px-2 py-2 text-start text-sm font-semibold first-letter:uppercase",
                  day === today
                    ? "bg-accent text-accent-ink print:text-ink print:underline"
                    : "bg-sunken text-ink-muted",
                )}
              >
                {formatDate(day, { ...words, style: "weekdayDay" })}
                {day === today ? <span className="sr-only">, {t("today")}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="print:break-inside-avoid">
              <RowHead row={row} words={words} />
              {row.days.map((cell) => (
                <Cell
                  key={cell.jour}
                  cell={cell}
                  isToday={cell.jour === today}
                  hrefOf={hrefOf}
                  words={words}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowHead({ row, words }: { row: WeekRow; words: Relative }) {
  const t = useTranslations("plannings.week");
  return (
    <th
      scope="row"
      className={cx(
        "sticky start-0 z-10 print:static border-e border-b border-line px-3 py-2 text-start align-top text-sm",
        row.person ? "bg-raised" : "bg-warning-soft",
      )}
    >
      {row.person ? (
        <>
          <Link
            href={`/gestion/intervenants/${row.person.id}`}
            prefetch={false}
            className="font-semibold underline decoration-transparent underline-offset-4 hover:decoration-current"
          >
            <bdi>{row.person.nom}</bdi>
          </Link>
          {row.person.secteur ? (
            <span className="block truncate text-xs font-normal text-ink-muted">{row.person.secteur}</span>
          ) : null}
          <Workload plannedMin={row.plannedMin} contractMin={row.contractMin} words={words} />
        </>
      ) : (
        <span className="flex items-start gap-2 font-semibold text-warning-text">
          <UserRoundX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("unassigned")}
        </span>
      )}
    </th>
  );
}

const hatched = {
  backgroundImage: "repeating-linear-gradient(135deg, var(--line) 0 2px, transparent 2px 9px)",
};

function Cell({
  cell,
  isToday,
  hrefOf,
  words,
}: {
  cell: DayCell;
  isToday: boolean;
  hrefOf: Props["hrefOf"];
  words: Relative;
}) {
  return (
    <td
      style={cell.absence ? hatched : undefined}
      className={cx("border-b border-line p-1 align-top", isToday && !cell.absence && "bg-accent-soft/35")}
    >
      {cell.absence ? <AbsenceMark type={cell.absence} /> : null}
      {cell.visits.length > 0 ? (
        <ul className="space-y-1">
          {cell.visits.map((item) => (
            <li key={item.visit.id}>
              <VisitBlock item={item} href={hrefOf(item.visit.id)} words={words} />
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

export function AbsenceMark({ type }: { type: NonNullable<DayCell["absence"]> }) {
  const t = useTranslations("states.typeAbsence");
  return (
    <p className="mb-1 flex w-fit items-center gap-1 rounded-md bg-neutral-soft px-1.5 py-0.5 text-xs font-medium text-neutral-text">
      <CalendarOff aria-hidden className="size-3.5 shrink-0" />
      {t(type)}
    </p>
  );
}
