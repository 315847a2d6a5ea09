import { Plus, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { clientColumns } from "@/components/clients/client-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { listClients } from "@/lib/clients/list-clients";
import { load, searchInput } from "@/lib/delivery/page";
import { agencyOptions } from "../agencies";
import { type GestionArea, gestionArea } from "../area";
import { filtersOf, listHref } from "./list-address";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Part = { params: Record<string, string>; area: GestionArea };

const LIST = 25;

export async function generateMetadata() {
  return { title: (await getTranslations("clients.list"))("title") };
}

/** Clients of the agency, found by name, e-mail or phone as they call. */
export default async function ClientsPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const t = await getTranslations("clients.list");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ExportButton href={listHref(params, {}, "/export")} />
            <LinkButton href="/gestion/clients/nouveau" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <Filters params={params} area={area} />
      <Suspense key={JSON.stringify(params)} fallback={<TableSkeleton rows={10} columns={5} />}>
        <List params={params} area={area} />
      </Suspense>
    </>
  );
}

async function Filters({ params, area }: Part) {
  const [t, tCommon, agencies] = await Promise.all([
    getTranslations("clients.list"),
    getTranslations("common"),
    agencyOptions(area),
  ]);
  const isFiltered = Boolean(params.q || params.agence_id || (params.actif && params.actif !== "true"));
  return (
    <FilterBar
      label={t("search")}
      search={{ value: params.q, placeholder: t("searchHint") }}
      keep={{ ordering: params.ordering }}
      resetHref={isFiltered ? "/gestion/clients" : undefined}
    >
      <Select
        name="actif"
        label={tCommon("fields.status")}
        defaultValue={params.actif ?? "true"}
        options={[
          { value: "true", label: t("active") },
          { value: "false", label: t("inactive") },
          { value: "tous", label: t("everyone") },
        ]}
      />
      {agencies.length > 1 ? (
        <Select
          name="agence_id"
          label={tCommon("fields.agency")}
          placeholder={tCommon("words.all")}
          defaultValue={params.agence_id}
          options={agencies}
        />
      ) : null}
    </FilterBar>
  );
}

async function List({ params, area }: Part) {
  const [t, tCommon, tStates] = await Promise.all([
    getTranslations("clients.list"),
    getTranslations("common"),
    getTranslations("states.compte"),
  ]);
  const { cursor } = params;
  const filters = filtersOf(params);
  const page = await load(listClients, { ...filters, cursor, limit: LIST, count: true });
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={clientColumns({
          words: area.words,
          headers: {
            name: tCommon("fields.name"),
            city: tCommon("fields.city"),
            phone: tCommon("fields.phone"),
            email: tCommon("fields.email"),
            since: t("since"),
            inactive: tStates("inactif"),
          },
        })}
        rows={page.results}
        rowKey={(client) => client.id}
        sort={{ current: params.ordering ?? "nom", href: (ordering) => listHref(params, { ordering }) }}
        rowActions={{
          header: t("newVisit"),
          cell: (client) =>
            client.actif ? (
              <LinkButton size="sm" variant="ghost" href={`/gestion/visites/nouvelle?client_id=${client.id}`}>
                {t("newVisit")}
                <span className="sr-only"> {`${client.prenom} ${client.nom}`}</span>
              </LinkButton>
            ) : null,
        }}
        empty={<NoClient isSearch={Boolean(params.q)} />}
      />
      <Pagination
        previous={page.previous && listHref(params, { cursor: page.previous })}
        next={page.next && listHref(params, { cursor: page.next })}
      >
        {page.count ? tCommon("count.clients", { count: page.count }) : null}
      </Pagination>
    </>
  );
}

async function NoClient({ isSearch }: { isSearch: boolean }) {
  const t = await getTranslations("clients.list");
  return (
    <EmptyState
      icon={<UserRound />}
      title={t(isSearch ? "noMatch" : "none")}
      action={
        <LinkButton href="/gestion/clients/nouveau" icon={<Plus aria-hidden />}>
          {t("new")}
        </LinkButton>
      }
    >
      {t(isSearch ? "noMatchHelp" : "noneHelp")}
    </EmptyState>
  );
}
