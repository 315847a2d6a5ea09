import { ChevronLeft, ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PlannedDay } from "@/components/terrain/planned-day";
import { LinkButton } from "@/components/ui/link-button";
import { load, searchInput } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import { formatDate, formatHours } from "@/lib/i18n/format";
import { listAbsences } from "@/lib/intervenants/list-absences";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import type { AbsenceShape } from "@/lib/intervenants/schemas";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { absenceDays } from "../absence-days";
import { type FieldArea, fieldArea } from "../area";
import { type Week, weekOf } from "../civil-days";
import { plannedMinutes } from "../day";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.week"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A week, day by day, with the hours planned. */
export default async function WeekPage({ searchParams }: Props) {
  const [area, { semaine }] = await Promise.all([
    fieldArea("/terrain/semaine"),
    searchParams.then(searchInput),
  ]);
  const week = weekOf(semaine, area.today);
  const span = { date_min: week.days[0], date_max: week.days[6] };
  const [t, visits, absences, person] = await Promise.all([
    getTranslations("terrain.week"),
    load(listPrestations, { ...span, limit: 200 }),
    load(listAbsences, span),
    load(readIntervenant, { id: area.intervenantId }),
  ]);
  const minutes = plannedMinutes(visits.results);
  const contract = Math.round(person.contrat.heures_semaine * 60);
  const away = absences.results.filter(({ statut }) => ["demandee", "approuvee"].includes(statut));
  return (
    <>
      <header className="mb-5">
        <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-lg">
          {contract > 0
            ? t("hoursOf", {
                hours: formatHours(minutes, area.words),
                contract: formatHours(contract, area.words),
              })
            : t("hours", { hours: formatHours(minutes, area.words) })}
        </p>
      </header>
      <WeekNav week={week} area={area} />
      <ol className="grid gap-5 lg:grid-cols-2 lg:gap-x-8 xl:grid-cols-3">
        {week.days.map((day) => {
          const ofDay = visits.results.filter(
            (visit) => civilDay(new Date(visit.date), visit.fuseau) === day,
          );
          return (
            <li key={day}>
              <PlannedDay
                day={day}
                isToday={day === area.today}
                visits={ofDay}
                minutes={plannedMinutes(ofDay)}
                absences={away.filter((one) => touches(one, day, area))}
                words={area.words}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function touches(absence: AbsenceShape, day: string, area: FieldArea): boolean {
  const { du, au } = absenceDays(absence, area.agence.fuseau);
  return du <= day && day <= au;
}

async function WeekNav({ week, area }: { week: Week; area: FieldArea }) {
  const [t, time] = await Promise.all([getTranslations("terrain.week"), getTranslations("common.time")]);
  const [first = "", last = ""] = [week.days[0], week.days[6]];
  const isThisWeek = week.days.includes(area.today);
  return (
    <nav
      aria-label={t("choose")}
      className="sticky top-16 z-20 -mx-4 mb-4 flex items-center gap-2 border-b border-line bg-surface/95 px-4 py-2 backdrop-blur md:static md:mx-0 md:border-0 md:px-0"
    >
      <LinkButton
        href={`/terrain/semaine?semaine=${week.previous}`}
        aria-label={time("previousWeek")}
        icon={<ChevronLeft aria-hidden className="mirror" />}
      >
        {null}
      </LinkButton>
      <p aria-live="polite" className="flex-1 text-center leading-tight">
        <span className="block font-semibold">
          {t("fromTo", {
            from: formatDate(first, { ...area.words, style: "weekdayDay" }),
            to: formatDate(last, { ...area.words, style: "dayMonth" }),
          })}
        </span>
        {isThisWeek ? (
          <span className="text-sm text-ink-muted">{time("thisWeek")}</span>
        ) : (
          <LinkButton href="/terrain/semaine" variant="ghost" size="sm">
            {t("backToThisWeek")}
          </LinkButton>
        )}
      </p>
      <LinkButton
        href={`/terrain/semaine?semaine=${week.next}`}
        aria-label={time("nextWeek")}
        icon={<ChevronRight aria-hidden className="mirror" />}
      >
        {null}
      </LinkButton>
    </nav>
  );
}
