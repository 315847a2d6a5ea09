import {
  AlarmClock,
  CalendarOff,
  CalendarRange,
  CircleCheck,
  FilePen,
  History,
  Hourglass,
  LogOut,
  Plus,
  TriangleAlert,
  UserRoundX,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AlertList } from "@/components/gestion/alert-list";
import { RequestList } from "@/components/gestion/request-list";
import { type ToDo, ToDoList } from "@/components/gestion/to-do-list";
import { TodayStrip } from "@/components/gestion/today-strip";
import { OpenAlerts } from "@/components/notifications/open-alerts";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { formatDate, formatList } from "@/lib/i18n/format";
import { listAlertes } from "@/lib/notifications/list-alertes";
import { readTableau } from "@/lib/rapports/read-tableau";
import type { Tableau } from "@/lib/rapports/schemas";
import { type GestionArea, gestionArea } from "./area";

export async function generateMetadata() {
  return { title: (await getTranslations("dashboard.nav"))("home") };
}

const MOST_RAISED = 50;
const MOST_SHOWN = 6;

/** What waits for the gestionnaire, most pressing first; every number leads to the list behind it. */
export default async function GestionHome() {
  const area = await gestionArea("/gestion");
  const [t, tableau, raised] = await Promise.all([
    getTranslations("dashboard"),
    load(readTableau),
    load(listAlertes, { limit: MOST_RAISED }),
  ]);
  // Visits that are late or left open stand in the list of their own, by the minute and with the number to call.
  const others = raised.results
    .filter(({ type }) => type !== "retard" && type !== "sans_depart")
    .slice(0, MOST_SHOWN);
  const todo = await toDoOf(tableau, area);
  const { demandes, alertes, visites } = tableau;
  const isCalm = demandes.total === 0 && alertes.length === 0 && others.length + todo.length === 0;
  return (
    <>
      <PageHeader
        title={
          <span className="first-letter:uppercase">
            {formatDate(area.today, { ...area.words, style: "weekdayDayMonth" })}
          </span>
        }
        description={t("hello", { name: area.account.nom.split(" ")[0] ?? "" })}
        actions={
          <>
            <LinkButton href="/gestion/planning" icon={<CalendarRange aria-hidden />}>
              {t("seeWeek")}
            </LinkButton>
            <LinkButton href="/gestion/visites/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
              {t("newVisit")}
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        <TodayStrip counts={visites.aujourdhui} day={area.today} />
        {isCalm ? (
          <Notice tone="success" title={t("calm.title")}>
            {t("calm.text")}
          </Notice>
        ) : (
          <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)] lg:items-start">
            <div className="space-y-6">
              <section aria-labelledby="demandes">
                <SectionHeader
                  id="demandes"
                  title={t("requests.waiting", { count: demandes.total })}
                  actions={<TextLink href="/gestion/demandes">{t("requests.all")}</TextLink>}
                />
                {demandes.total === 0 ? (
                  <p className="flex items-center gap-2 text-ink-muted">
                    <CircleCheck aria-hidden className="size-5 text-success-text" />
                    {t("requests.none")}
                  </p>
                ) : (
                  <RequestList requests={demandes.results} words={area.words} />
                )}
              </section>
              {alertes.length > 0 ? (
                <section aria-labelledby="alertes">
                  <SectionHeader
                    id="alertes"
                    title={t("alerts.title")}
                    actions={<TextLink href="/gestion/visites?vue=retard">{t("alerts.all")}</TextLink>}
                  />
                  <AlertList alerts={alertes} words={area.words} />
                </section>
              ) : null}
              {others.length > 0 ? (
                <section aria-labelledby="alertes-ouvertes">
                  <SectionHeader id="alertes-ouvertes" title={t("alerts.raised")} />
                  <OpenAlerts alerts={others} />
                </section>
              ) : null}
            </div>
            {todo.length > 0 ? (
              <section aria-labelledby="attente">
                <SectionHeader id="attente" title={t("todo.title")} />
                <ToDoList items={todo} />
              </section>
            ) : null}
          </div>
        )}
      </div>
    </>
  );
}

async function toDoOf(tableau: Tableau, area: GestionArea): Promise<ToDo[]> {
  const t = await getTranslations("dashboard.todo");
  const { visites, factures, absences } = tableau;
  const sums = (list: Tableau["factures"]["echues"]) => ({
    count: list.reduce((sum, { nombre }) => sum + nombre, 0),
    detail: formatList(
      list.map(({ total, devise }) => area.money(total, devise)),
      area.words,
    ),
  });
  const visits = (key: string) => `/gestion/visites?vue=${key}`;
  const all: ToDo[] = [
    {
      key: "late",
      href: visits("retard"),
      icon: <AlarmClock />,
      label: t("late"),
      count: visites.en_retard,
      isPressing: true,
    },
    {
      key: "open",
      href: visits("sans-depart"),
      icon: <LogOut className="mirror" />,
      label: t("open"),
      count: visites.sans_depart,
      isPressing: true,
    },
    {
      key: "unassigned",
      href: visits("a-affecter"),
      icon: <UserRoundX />,
      label: t("unassigned"),
      count: visites.a_affecter,
      detail: t("unassignedWhy"),
    },
    {
      key: "gone",
      href: visits("non-pointees"),
      icon: <History />,
      label: t("gone"),
      count: visites.non_pointees,
    },
    {
      key: "validate",
      href: visits("a-valider"),
      icon: <Hourglass />,
      label: t("validate"),
      count: visites.a_valider,
    },
    {
      key: "drafts",
      href: "/gestion/factures?statut=brouillon",
      icon: <FilePen />,
      label: t("drafts"),
      ...sums(factures.brouillons),
    },
    {
      key: "overdue",
      href: "/gestion/factures?echues=true",
      icon: <TriangleAlert />,
      label: t("overdue"),
      isPressing: true,
      ...sums(factures.echues),
    },
    {
      key: "absences",
      href: "/gestion/intervenants?absences=demandee",
      icon: <CalendarOff />,
      label: t("absences"),
      count: absences.a_decider,
    },
  ];
  return all.filter(({ count }) => count > 0);
}
