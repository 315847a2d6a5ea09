import { CalendarPlus, Palmtree } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { AbsenceList } from "@/components/terrain/absence-list";
import { HoursEditor } from "@/components/terrain/hours-editor";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listAbsences } from "@/lib/intervenants/list-absences";
import { listDisponibilites } from "@/lib/intervenants/list-disponibilites";
import type { AbsenceShape } from "@/lib/intervenants/schemas";
import { absenceDays } from "../absence-days";
import { type FieldArea, fieldArea } from "../area";
import { civilDayAfter } from "../civil-days";
import { saveHours } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.availability"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** When the person works in an ordinary week, and when they are away. */
export default async function Availability({ searchParams }: Props) {
  const [area, { vue, fait }, t] = await Promise.all([
    fieldArea("/terrain/disponibilites"),
    searchParams.then(searchInput),
    getTranslations("terrain.availability"),
  ]);
  const showsAbsences = vue === "absences";
  return (
    <>
      <PageHeader title={t("title")} />
      <TabNav
        label={t("views")}
        items={[
          { href: "/terrain/disponibilites", label: t("hoursTab"), current: !showsAbsences },
          { href: "/terrain/disponibilites?vue=absences", label: t("absencesTab"), current: showsAbsences },
        ]}
      />
      {showsAbsences ? <Absences area={area} isNew={fait === "absence"} /> : <Hours area={area} />}
    </>
  );
}

/** Any Monday, to name the days of the week after. */
const MONDAY = "2026-01-05";

async function Hours({ area }: { area: FieldArea }) {
  const [t, { results }] = await Promise.all([
    getTranslations("terrain.hours"),
    load(listDisponibilites, { intervenant_id: area.intervenantId, limit: 200 }),
  ]);
  const days = Array.from({ length: 7 }, (_, index) =>
    formatDate(civilDayAfter(MONDAY, index), { ...area.words, style: "weekday" }),
  );
  return (
    <div className="max-w-2xl space-y-5">
      <p className="text-ink-muted">{t("lead")}</p>
      <MessagesProvider names={["terrain"]}>
        <HoursEditor
          action={saveHours}
          days={days}
          rows={results.map(({ jour, heure_debut, heure_fin, du, au }) => ({
            jour,
            debut: heure_debut,
            fin: heure_fin,
            du,
            au,
            period: au && au >= area.today ? t("until", { date: formatDate(au, area.words) }) : "",
            isPast: au !== null && au < area.today,
          }))}
        />
      </MessagesProvider>
    </div>
  );
}

async function Absences({ area, isNew }: { area: FieldArea; isNew: boolean }) {
  const [t, { results }] = await Promise.all([
    getTranslations("terrain.absences"),
    load(listAbsences, { limit: 100 }),
  ]);
  const isOver = (absence: AbsenceShape) => new Date(absence.fin) <= area.words.now;
  const items = results.map((absence) => ({
    absence,
    ...absenceDays(absence, area.agence.fuseau),
    isOver: isOver(absence),
  }));
  const coming = items.filter((item) => !item.isOver).reverse();
  const past = items.filter((item) => item.isOver);
  const ask = (
    <LinkButton
      href="/terrain/disponibilites/absence"
      variant="primary"
      size="lg"
      icon={<CalendarPlus aria-hidden />}
      className="w-full sm:w-auto"
    >
      {t("ask")}
    </LinkButton>
  );
  return (
    <div className="max-w-2xl space-y-6">
      {isNew ? (
        <Notice tone="success" live>
          {t("asked")}
        </Notice>
      ) : null}
      {coming.length > 0 ? (
        <>
          {ask}
          <section aria-labelledby="prevues">
            <SectionHeader id="prevues" title={t("coming")} />
            <AbsenceList items={coming} words={area.words} />
          </section>
        </>
      ) : (
        <EmptyState icon={<Palmtree />} title={t("none")} action={ask}>
          {t("noneHelp")}
        </EmptyState>
      )}
      {past.length > 0 ? (
        <section aria-labelledby="passees">
          <SectionHeader id="passees" title={t("past")} />
          <AbsenceList items={past} words={area.words} />
        </section>
      ) : null}
    </div>
  );
}
