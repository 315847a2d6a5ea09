import { Palmtree } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, formatHours, type Language } from "@/lib/i18n/format";
import type { AbsenceShape } from "@/lib/intervenants/schemas";
import type { Prestation } from "@/lib/prestations/schemas";
import { Badge } from "../ui/badge";
import { cx } from "../ui/cx";
import { VisitRow } from "./visit-row";

/** One day of the week: its hours, its visits, or why there are none. */
export function PlannedDay({
  day,
  isToday,
  visits,
  minutes,
  absences,
  words,
}: {
  /** 'YYYY-MM-DD' */
  day: string;
  isToday: boolean;
  visits: Prestation[];
  minutes: number;
  absences: AbsenceShape[];
  words: Language;
}) {
  const t = useTranslations("terrain.week");
  const time = useTranslations("common.time");
  const id = `jour-${day}`;
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3">
        <h2
          id={id}
          className="flex flex-wrap items-center gap-2 text-lg font-semibold first-letter:uppercase"
        >
          <span className="first-letter:uppercase">
            {formatDate(day, { ...words, style: "weekdayDayMonth" })}
          </span>
          {isToday ? <Badge tone="accent">{time("today")}</Badge> : null}
        </h2>
        {minutes > 0 ? (
          <p className="font-medium text-ink-muted tabular-nums">{formatHours(minutes, words)}</p>
        ) : null}
      </div>
      {absences.map((absence) => (
        <AbsenceLine key={absence.id} absence={absence} />
      ))}
      {visits.length > 0 ? (
        <ul
          className={cx(
            "divide-y divide-line overflow-hidden rounded-card border bg-raised shadow-card",
            isToday ? "border-accent" : "border-line",
          )}
        >
          {visits.map((visit) => (
            <li key={visit.id}>
              <VisitRow visit={visit} words={words} />
            </li>
          ))}
        </ul>
      ) : absences.length === 0 ? (
        <p className="rounded-card border border-dashed border-line-strong/50 px-4 py-3 text-ink-muted">
          {t("nothing")}
        </p>
      ) : null}
    </section>
  );
}

function AbsenceLine({ absence }: { absence: AbsenceShape }) {
  const t = useTranslations("terrain.week");
  const states = useTranslations("states");
  return (
    <p className="mb-2 flex items-center gap-2.5 rounded-card bg-info-soft px-4 py-3 font-medium text-info-text">
      <Palmtree aria-hidden className="size-5 shrink-0" />
      {t(absence.statut === "demandee" ? "absenceAsked" : "absence", {
        type: states(`typeAbsence.${absence.type}`),
      })}
    </p>
  );
}
