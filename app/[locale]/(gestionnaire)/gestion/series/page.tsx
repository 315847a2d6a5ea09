import { Plus, Repeat } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { serieColumns } from "@/components/series/serie-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { listSeries } from "@/lib/plannings/series/list-series";
import { type GestionArea, gestionArea } from "../area";
import { listHref, listInputOf, ownFilters, viewOf, views } from "./views";

export async function generateMetadata() {
  return { title: (await getTranslations("series.list"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LIST = 25;
const PEOPLE = 200;

/** Visits that come back by a rule, those that run first. */
export default async function SeriesPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const view = viewOf(params.vue);
  const t = await getTranslations("series.list");
  const csv = listHref(params, {}).replace("/gestion/series", "/gestion/series/export");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ExportButton href={csv} />
            <LinkButton href="/gestion/series/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <TabNav
        label={t("views")}
        items={views.map((one) => ({
          href: one === "active" ? "/gestion/series" : `/gestion/series?vue=${one}`,
          label: t(`view.${one}`),
          current: one === view,
        }))}
      />
      <Filters params={params} area={area} />
      <Suspense key={JSON.stringify(params)} fallback={<TableSkeleton rows={8} columns={5} />}>
        <List params={params} area={area} />
      </Suspense>
    </>
  );
}

type Part = { params: Record<string, string>; area: GestionArea };

async function Filters({ params, area }: Part) {
  const own = ownFilters(params);
  const [t, people] = await Promise.all([
    getTranslations("series.list"),
    load(listIntervenants, { agence_id: area.agence.id, actif: true, limit: PEOPLE }),
  ]);
  return (
    <FilterBar
      label={t("search")}
      search={{ value: own.q, placeholder: t("searchPlaceholder") }}
      keep={{ vue: params.vue, client_id: own.client_id }}
      resetHref={Object.keys(own).length > 0 ? listHref({ vue: params.vue ?? "" }, {}) : undefined}
    >
      <Select
        name="intervenant_id"
        className="sm:max-w-52"
        label={t("person")}
        defaultValue={own.intervenant_id}
        placeholder={t("everyone")}
        options={people.results.map(({ id, prenom, nom }) => ({
          value: String(id),
          label: `${prenom} ${nom}`.trim(),
        }))}
      />
    </FilterBar>
  );
}

async function List({ params, area }: Part) {
  const [t, tSeries, page] = await Promise.all([
    getTranslations("series.list"),
    getTranslations("series"),
    load(listSeries, { ...listInputOf(params), limit: LIST, cursor: params.cursor, count: true }),
  ]);
  const pageHref = (cursor: string | null) => (cursor ? listHref(params, { cursor }) : null);
  const words = {
    rule: t("rule"),
    client: t("client"),
    service: t("service"),
    person: t("person"),
    state: t("state"),
    nobody: t("nobody"),
  };
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={serieColumns({ words, area: area.words, stateOf: (statut) => tSeries(`statut.${statut}`) })}
        rows={page.results}
        rowKey={(serie) => serie.id}
        empty={
          <EmptyState
            icon={<Repeat />}
            title={t("none")}
            action={
              <LinkButton href="/gestion/series/nouvelle" variant="primary">
                {t("new")}
              </LinkButton>
            }
          >
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={pageHref(page.previous)} next={pageHref(page.next)}>
        {t("count", { count: page.count ?? 0 })}
      </Pagination>
    </>
  );
}
