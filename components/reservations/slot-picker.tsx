import { CalendarX, ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate, formatList, type Relative } from "@/lib/i18n/format";
import type { Creneau } from "@/lib/prestations/schemas";
import { DatePicker } from "../ui/date-picker";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { JumpForm } from "./jump-form";
import { SlotDays } from "./slot-days";
import type { DaySlots } from "./slot-week";

type Week = { du: string; au: string; previous: string | null; next: string | null; furthest: string };

/** Choosing when: a week of free slots, the weeks around it, and a jump to any date. */
export function SlotPicker({
  week,
  today,
  days,
  words,
  hrefOf,
  weekHref,
  keep,
  whenEmpty,
}: {
  week: Week;
  today: string;
  days: DaySlots[];
  words: Relative;
  hrefOf: (slot: Creneau) => string;
  weekHref: (du: string) => string;
  /** What the jump to a date carries along. */
  keep: Record<string, string | undefined>;
  /** A further way out when the week is full. */
  whenEmpty?: ReactNode;
}) {
  const t = useTranslations("reservations.slots");
  const known = namesOf(days, words);
  return (
    <section aria-label={t("title")}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-lg font-semibold">
          {t("fromTo", {
            from: formatDate(week.du, { ...words, style: "dayMonth" }),
            to: formatDate(week.au, { ...words, style: "dayMonth" }),
          })}
        </h2>
        <JumpForm label={t("jumpGo")} keep={keep}>
          <DatePicker
            name="du"
            label={t("jump")}
            defaultValue={week.du}
            minValue={today}
            maxValue={week.furthest}
            className="w-52"
          />
        </JumpForm>
      </div>
      {known ? <p className="mb-3 text-ink-muted">{t("knownFirst", { names: known })}</p> : null}
      {days.some((day) => day.slots.length > 0) ? (
        <SlotDays days={days} hrefOf={hrefOf} words={words} />
      ) : (
        <EmptyState
          icon={<CalendarX />}
          title={t("emptyWeek")}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              {whenEmpty}
              {week.next ? (
                <LinkButton href={weekHref(week.next)} variant="primary">
                  {t("nextWeek")}
                </LinkButton>
              ) : null}
            </span>
          }
        >
          {t("emptyWeekHelp")}
        </EmptyState>
      )}
      <WeekNav week={week} weekHref={weekHref} />
    </section>
  );
}

function WeekNav({ week, weekHref }: { week: Week; weekHref: (du: string) => string }) {
  const t = useTranslations("reservations.slots");
  return (
    <nav aria-label={t("weeks")} className="mt-4 flex flex-wrap justify-between gap-2">
      {week.previous ? (
        <LinkButton
          href={weekHref(week.previous)}
          prefetch={false}
          icon={<ChevronLeft aria-hidden className="mirror" />}
        >
          {t("previousWeek")}
        </LinkButton>
      ) : (
        <span />
      )}
      {week.next ? (
        <LinkButton href={weekHref(week.next)} prefetch={false}>
          {t("nextWeek")}
          <ChevronRight aria-hidden className="mirror" />
        </LinkButton>
      ) : null}
    </nav>
  );
}

/** "Nadia et Karim": who already came and is free this week. */
function namesOf(days: DaySlots[], words: Relative): string {
  const names = days
    .flatMap(({ slots }) => slots)
    .filter(({ raisons }) => raisons.includes("dejaVenu"))
    .map(({ intervenant }) => intervenant.prenom);
  return formatList([...new Set(names)], words);
}
