import { CircleCheck, Coffee } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { visitWhen } from "@/components/prestations/visit-words";
import { DayList } from "@/components/terrain/day-list";
import { DayProgress } from "@/components/terrain/day-progress";
import { FoldedVisits } from "@/components/terrain/folded-visits";
import { KeepFresh } from "@/components/terrain/keep-fresh";
import { VisitNow } from "@/components/terrain/visit-now";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { startOfDay } from "@/lib/foundation/zoned";
import { formatDate, formatTime } from "@/lib/i18n/format";
import { listPrestations } from "@/lib/prestations/list-prestations";
import type { Prestation } from "@/lib/prestations/schemas";
import { type FieldArea, fieldArea } from "./area";
import { civilDayAfter } from "./civil-days";
import { clockingOf } from "./clocking";
import { arrangeDay, clocked, type Day } from "./day";
import { visitMoment } from "./visit-moment";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.today"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The day in order: what comes next in full, the rest below, what is done folded away. */
export default async function Today({ searchParams }: Props) {
  const area = await fieldArea("/terrain");
  const [t, { results }, { arrivee }] = await Promise.all([
    getTranslations("terrain.today"),
    load(listPrestations, { date_min: civilDayAfter(area.today, -1), date_max: area.today, limit: 100 }),
    searchParams.then(searchInput),
  ]);
  const day = arrangeDay(results, startOfDay(area.today, area.agence.fuseau), area.words.now);
  return (
    <>
      <KeepFresh />
      <header className="mb-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{t("title")}</h1>
          <p className="text-ink-muted first-letter:uppercase">
            {formatDate(area.words.now, { ...area.words, style: "weekdayDayMonth" })}
          </p>
        </div>
        {day.count > 0 ? <DayProgress {...day} done={day.done.length} words={area.words} /> : null}
      </header>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start lg:gap-8">
        <div className="space-y-4">
          <Arrived visit={results.find(({ id }) => String(id) === arrivee)} area={area} />
          <Forgotten visits={day.forgotten} area={area} />
          <Next day={day} area={area} />
        </div>
        <Rest day={day} area={area} />
      </div>
    </>
  );
}

async function Next({ day, area }: { day: Day; area: FieldArea }) {
  if (day.next)
    return (
      <VisitNow
        visit={day.next}
        clocking={clockingOf(day.next, area.words.now)}
        moment={await visitMoment(day.next, area.words)}
        words={area.words}
      />
    );
  return <Free isDone={day.done.length > 0} area={area} />;
}

/** Nothing left today: says so, and when work goes on. */
async function Free({ isDone, area }: { isDone: boolean; area: FieldArea }) {
  const [t, { results }] = await Promise.all([
    getTranslations("terrain.today"),
    load(listPrestations, {
      date_min: civilDayAfter(area.today, 1),
      statut: "planifiee,confirmee",
      ordering: "date",
      limit: 1,
    }),
  ]);
  const next = results[0];
  return (
    <EmptyState
      icon={isDone ? <CircleCheck /> : <Coffee />}
      title={isDone ? t("allDone") : t("nothing")}
      action={<LinkButton href="/terrain/semaine">{t("seeWeek")}</LinkButton>}
    >
      {next ? (
        <>
          {t("nextIs")}{" "}
          <TextLink href={`/terrain/visites/${next.id}`}>
            {t("visitLine", { when: visitWhen(next, area.words), name: next.client.nom })}
          </TextLink>
        </>
      ) : (
        t("nothingHelp")
      )}
    </EmptyState>
  );
}

async function Rest({ day, area }: { day: Day; area: FieldArea }) {
  const t = await getTranslations("terrain.today");
  const { later, done, cancelled } = day;
  if (later.length + done.length + cancelled.length === 0) return null;
  return (
    <div className="space-y-6">
      {later.length > 0 ? (
        <section aria-labelledby="suite">
          <SectionHeader id="suite" title={t("later")} />
          <DayList label={t("later")} items={later} words={area.words} />
        </section>
      ) : null}
      <FoldedVisits title={t("done", { count: done.length })} visits={done} words={area.words} />
      <FoldedVisits
        title={t("cancelled", { count: cancelled.length })}
        visits={cancelled}
        words={area.words}
        isOpen
      />
    </div>
  );
}

async function Arrived({ visit, area }: { visit: Prestation | undefined; area: FieldArea }) {
  const time = visit && clocked(visit.pointages, "arrivee");
  if (!visit || !time || visit.statut !== "en_cours") return null;
  const t = await getTranslations("terrain.today");
  return (
    <Notice tone="success" live>
      {t("arrived", {
        time: formatTime(time, { ...area.words, timeZone: visit.fuseau }),
        name: visit.client.nom,
      })}
    </Notice>
  );
}

/** Yesterday's visits without a clocking: said at once, while they still can be clocked. */
async function Forgotten({ visits, area }: { visits: Prestation[]; area: FieldArea }) {
  if (visits.length === 0) return null;
  const t = await getTranslations("terrain.today");
  return (
    <Notice tone="warning" title={t("forgotten", { count: visits.length })}>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <TextLink href={`/terrain/visites/${visit.id}`} className="inline-flex min-h-11 items-center">
              {t("visitLine", { when: visitWhen(visit, area.words), name: visit.client.nom })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
