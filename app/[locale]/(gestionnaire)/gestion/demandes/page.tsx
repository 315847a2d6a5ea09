import { Inbox } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AcceptRequest, RefuseRequest } from "@/components/gestion/request-acts";
import { requestColumns } from "@/components/gestion/request-columns";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { listReservations } from "@/lib/reservations/list-reservations";
import type { Reservation } from "@/lib/reservations/schemas";
import { gestionArea } from "../area";
import { acceptRequest, refuseRequest } from "./actions";
import { filtersOf, viewOf, views } from "./filters";

export async function generateMetadata() {
  return { title: (await getTranslations("dashboard.requests"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LIST = 25;

/** Booking requests: those that wait, the first to expire on top; the others one touch away. */
export default async function RequestsPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea("/gestion/demandes");
  const statut = viewOf(params.statut);
  const isWaiting = statut === "demandee";
  const [t, tState, page] = await Promise.all([
    getTranslations("dashboard.requests"),
    getTranslations("states.reservation"),
    load(listReservations, { ...filtersOf(params), cursor: params.cursor, limit: LIST, count: true }),
  ]);
  const href = (change: Record<string, string | null>, at = "") => {
    const query = new URLSearchParams({
      ...(isWaiting ? {} : { statut }),
      ...(params.q ? { q: params.q } : {}),
    });
    for (const [name, value] of Object.entries(change)) if (value) query.set(name, value);
    return `/gestion/demandes${at}?${query}`;
  };
  return (
    <MessagesProvider names={["dashboard"]}>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href={href({}, "/export")} />}
      />
      <TabNav
        label={t("views")}
        items={views.map((one) => ({
          href: one === "demandee" ? "/gestion/demandes" : `/gestion/demandes?statut=${one}`,
          label: tState(one),
          current: one === statut,
          count: one === statut ? page.count : undefined,
        }))}
      />
      <div className="max-w-xl">
        <FilterBar
          label={t("search")}
          search={{ value: params.q, placeholder: t("searchPlaceholder") }}
          keep={{ statut: isWaiting ? undefined : statut }}
          resetHref={
            params.q ? (isWaiting ? "/gestion/demandes" : `/gestion/demandes?statut=${statut}`) : undefined
          }
        />
      </div>
      <DataTable
        caption={t("title")}
        columns={requestColumns({ words: area.words, money: area.money, isWaiting, labels: await labels() })}
        rows={page.results}
        rowKey={(request) => request.id}
        rowActions={
          isWaiting ? { header: t("answer"), cell: (request) => <Answer request={request} /> } : undefined
        }
        empty={
          <EmptyState
            icon={<Inbox />}
            title={t(isWaiting ? "none" : "nothing")}
            action={isWaiting ? <LinkButton href="/gestion/planning">{t("seeWeek")}</LinkButton> : null}
          >
            {t(isWaiting ? "noneHelp" : "nothingHelp")}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && href({ cursor: page.previous })}
        next={page.next && href({ cursor: page.next })}
      />
    </MessagesProvider>
  );
}

function Answer({ request }: { request: Reservation }) {
  return (
    <>
      <AcceptRequest request={request} action={acceptRequest} />
      <RefuseRequest request={request} action={refuseRequest} size="sm" />
    </>
  );
}

async function labels() {
  const t = await getTranslations("dashboard.requests");
  return {
    client: t("client"),
    service: t("service"),
    when: t("when"),
    person: t("person"),
    price: t("price"),
    expires: t("expires"),
    state: t("state"),
    nobody: t("nobody"),
  };
}
