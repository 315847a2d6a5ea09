import { CalendarX, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { visitColumns } from "@/components/gestion/visit-columns";
import { VisitFilters } from "@/components/gestion/visit-filters";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TableSkeleton } from "@/components/ui/skeleton";
import { TabNav } from "@/components/ui/tab-nav";
import { listActivites } from "@/lib/activites/list-activites";
import { load, searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { type GestionArea, gestionArea } from "../area";
import { listHref, listInputOf, ownFilters, viewOf, views, viewWords } from "./views";

export async function generateMetadata() {
  return { title: (await getTranslations("plannings.list"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LIST = 25;
const PEOPLE = 200;

/** Every visit of the agency: ready-made views, filters in the address, the rest one touch away. */
export default async function VisitsPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const view = viewOf(params.vue);
  const t = await getTranslations("plannings.list");
  const csv = listHref(params, {}).replace("/gestion/visites", "/gestion/visites/export");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ExportButton href={csv} />
            <LinkButton href="/gestion/visites/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <TabNav
        label={t("views")}
        items={views.map((one) => ({
          href: one === "avenir" ? "/gestion/visites" : `/gestion/visites?vue=${one}`,
          label: t(`view.${viewWords[one]}`),
          current: one === view,
        }))}
      />
      <Filters params={params} area={area} />
      <Suspense key={JSON.stringify(params)} fallback={<TableSkeleton rows={8} columns={6} />}>
        <List params={params} area={area} />
      </Suspense>
    </>
  );
}

type Part = { params: Record<string, string>; area: GestionArea };

async function Filters({ params, area }: Part) {
  const agence_id = area.agence.id;
  const own = ownFilters(params);
  const [people, services, theirs] = await Promise.all([
    load(listIntervenants, { agence_id, actif: true, limit: PEOPLE }),
    load(listActivites, { agence_id, limit: PEOPLE }),
    own.client_id ? load(listPrestations, { client_id: own.client_id, limit: 1 }) : null,
  ]);
  const hasOwn = Object.keys(own).some((name) => name !== "ordering");
  return (
    <VisitFilters
      values={own}
      view={params.vue}
      client={theirs?.results[0]?.client.nom}
      people={people.results.map(({ id, prenom, nom }) => ({ value: String(id), label: `${prenom} ${nom}` }))}
      services={services.results.map(({ code, libelle }) => ({ value: code, label: libelle }))}
      resetHref={hasOwn ? listHref({ vue: params.vue ?? "" }, {}) : undefined}
    />
  );
}

async function List({ params, area }: Part) {
  const t = await getTranslations("plannings.list");
  const input = listInputOf(params, area);
  const page = await load(listPrestations, {
    ...input,
    cursor: params.cursor,
    limit: LIST,
    count: true,
  });
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={visitColumns({ words: area.words, money: area.money, tables: await columnWords() })}
        rows={page.results}
        rowKey={(visit) => visit.id}
        sort={{ current: input.ordering, href: (ordering) => listHref(params, { ordering }) }}
        empty={
          <EmptyState
            icon={<CalendarX />}
            title={t("none")}
            action={
              <LinkButton href="/gestion/visites/nouvelle" icon={<Plus aria-hidden />}>
                {t("new")}
              </LinkButton>
            }
          >
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && listHref(params, { cursor: page.previous })}
        next={page.next && listHref(params, { cursor: page.next })}
      >
        {page.count ? t("count", { count: page.count }) : null}
      </Pagination>
    </>
  );
}

async function columnWords() {
  const t = await getTranslations("plannings.list");
  return {
    when: t("when"),
    client: t("client"),
    service: t("service"),
    person: t("person"),
    state: t("state"),
    price: t("price"),
    nobody: t("nobody"),
  };
}
