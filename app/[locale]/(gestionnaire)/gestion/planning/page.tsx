import "./print.css";
import { UsersRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DayList } from "@/components/plannings/day-list";
import { PrintButton } from "@/components/plannings/print-button";
import { sectorsOf, type WeekRow, weekDays, weekRows } from "@/components/plannings/week";
import { WeekFilters } from "@/components/plannings/week-filters";
import { WeekNav } from "@/components/plannings/week-nav";
import { WeekTable } from "@/components/plannings/week-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, searchInput } from "@/lib/delivery/page";
import { isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { formatDate } from "@/lib/i18n/format";
import { listAgences } from "@/lib/organisation/list-agences";
import { readPlanning } from "@/lib/plannings/read-planning";
import type { Planning } from "@/lib/plannings/schemas";
import { type GestionArea, gestionArea } from "../area";
import { ConflictPanel } from "./conflict-panel";
import { PublishWeek } from "./publish-week";
import { VisitPanel } from "./visit-panel";
import { type WeekParams, weekHref, weekOf } from "./week-address";

export async function generateMetadata() {
  return { title: (await getTranslations("plannings.week"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The week of the agency, person by person; a table where there is room, one day at a time on a phone. */
export default async function PlanningPage({ searchParams }: Props) {
  const raw: WeekParams = searchInput(await searchParams);
  const area = await gestionArea(weekHref(raw, {}));
  const asked = weekOf(raw);
  const semaine = asked && mondayOf(asked) ? asked : isoWeek(area.today);
  const params: WeekParams = { ...raw, semaine, date: undefined };
  const [t, planning, agences] = await Promise.all([
    getTranslations("plannings.week"),
    load(readPlanning, { semaine, agence_id: raw.agence_id ?? area.agence.id }),
    myAgences(area),
  ]);
  const words = { ...area.words, timeZone: planning.fuseau };
  const rows = weekRows(planning, { ...raw, conflits: raw.conflits === "oui" });
  const opened = planning.prestations.find(({ id }) => String(id) === raw.visite);
  const isCurrent = semaine === isoWeek(area.today);
  const hasFilter = Boolean(raw.q || raw.secteur || raw.conflits);
  const resetHref = hasFilter ? weekHref({ semaine, agence_id: raw.agence_id }, {}) : undefined;
  return (
    <div className="[page:week]">
      <PageHeader
        title={t("weekNumber", { number: semaine.slice(6) })}
        description={t("span", {
          from: formatDate(planning.du, { ...words, style: "dayMonth" }),
          until: formatDate(planning.au, words),
          count: planning.prestations.length,
        })}
        actions={
          <div className="flex flex-wrap gap-2 print:hidden">
            <WeekNav
              previous={weekHref(params, {
                semaine: planning.semaine_precedente,
                jour: undefined,
                visite: undefined,
              })}
              next={weekHref(params, {
                semaine: planning.semaine_suivante,
                jour: undefined,
                visite: undefined,
              })}
              todayHref={weekHref(params, { semaine: undefined, jour: undefined, visite: undefined })}
              isCurrent={isCurrent}
            />
            <PrintButton label={t("print")} />
          </div>
        }
      />
      <WeekFilters
        values={raw}
        sectors={sectorsOf(planning)}
        agences={agences}
        week={semaine}
        resetHref={resetHref}
      />
      <Suspense>
        <PublishWeek semaine={semaine} agenceId={planning.agence_id} words={words} />
      </Suspense>
      <Suspense>
        <ConflictPanel
          semaine={semaine}
          agenceId={planning.agence_id}
          words={words}
          hrefOf={(id) => weekHref(params, { visite: String(id) })}
        />
      </Suspense>
      <WeekBody params={params} rows={rows} planning={planning} area={area} resetHref={resetHref} />
      {opened ? (
        <VisitPanel visit={opened} area={area} closeHref={weekHref(params, { visite: undefined })} />
      ) : null}
    </div>
  );
}

async function WeekBody({
  params,
  rows,
  planning,
  area,
  resetHref,
}: {
  params: WeekParams;
  rows: WeekRow[];
  planning: Planning;
  area: GestionArea;
  resetHref: string | undefined;
}) {
  const t = await getTranslations("plannings.week");
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<UsersRound />}
        title={t(params.conflits ? "noConflict" : "nobody")}
        action={resetHref ? <LinkButton href={resetHref}>{t("showAll")}</LinkButton> : null}
      >
        {t(params.conflits ? "noConflictHelp" : "nobodyHelp")}
      </EmptyState>
    );
  const days = weekDays(planning.du);
  const inWeek = (day: string | undefined) => (day && days.includes(day) ? day : undefined);
  const day = inWeek(params.jour) ?? inWeek(area.today) ?? planning.du;
  const shared = { rows, days, today: area.today, words: { ...area.words, timeZone: planning.fuseau } };
  return (
    <>
      <div className="hidden md:block print:block">
        <WeekTable
          {...shared}
          hrefOf={(id) => weekHref(params, { visite: String(id) })}
          caption={t("caption", { number: planning.semaine.slice(6) })}
        />
      </div>
      <div className="md:hidden print:hidden">
        <DayList
          {...shared}
          day={day}
          dayHref={(jour) => weekHref(params, { jour, visite: undefined })}
          hrefOf={(id) => weekHref(params, { visite: String(id), jour: day })}
        />
      </div>
    </>
  );
}

/** The agencies to choose from; an admin has them all. */
async function myAgences({ account }: GestionArea) {
  const { agenceIds, role } = account.actor;
  if (role !== "admin" && agenceIds.length < 2) return [];
  const { results } = await load(listAgences, { limit: 200 });
  return results
    .filter(({ id }) => role === "admin" || agenceIds.includes(id))
    .map(({ id, nom }) => ({ value: String(id), label: nom }));
}
