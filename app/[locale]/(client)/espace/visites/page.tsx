import { CalendarHeart, CalendarPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { VisitList } from "@/components/prestations/visit-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { clientArea } from "../area";
import { MySeries } from "./my-series";

export async function generateMetadata() {
  return { title: (await getTranslations("prestations.list"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const PAGE = 20;

/** The client's visits: those to come, nearest first, and those of the past, latest first. */
export default async function Visits({ searchParams }: Props) {
  const area = await clientArea("/espace/visites");
  const { quand, cursor } = searchInput(await searchParams);
  const isPast = quand === "passees";
  const [t, page] = await Promise.all([
    getTranslations("prestations.list"),
    load(listPrestations, {
      ...(isPast ? past : upcoming),
      limit: PAGE,
      cursor,
    }),
  ]);
  const pageHref = (to: string | null) =>
    to ? `/espace/visites?${new URLSearchParams({ ...(isPast && { quand: "passees" }), cursor: to })}` : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href="/espace/reserver" variant="primary" icon={<CalendarPlus aria-hidden />}>
            {t("book")}
          </LinkButton>
        }
      />
      <TabNav
        label={t("views")}
        items={[
          { href: "/espace/visites", label: t("upcoming"), current: !isPast },
          { href: "/espace/visites?quand=passees", label: t("past"), current: isPast },
        ]}
      />
      {isPast || cursor ? null : <MySeries />}
      {page.results.length === 0 ? (
        <EmptyState
          icon={<CalendarHeart />}
          title={isPast ? t("noPast") : t("noUpcoming")}
          action={
            <LinkButton href="/espace/reserver" variant="primary">
              {t("book")}
            </LinkButton>
          }
        >
          {isPast ? t("noPastHelp") : t("noUpcomingHelp")}
        </EmptyState>
      ) : (
        <VisitList
          label={isPast ? t("past") : t("upcoming")}
          visits={page.results}
          words={area.words}
          hrefOf={(visit) => `/espace/visites/${visit.id}`}
        />
      )}
      <Pagination previous={pageHref(page.previous)} next={pageHref(page.next)} />
    </>
  );
}

const upcoming = { moment: "a_venir", ordering: "date" };
const past = { moment: "passees", ordering: "-date" };
