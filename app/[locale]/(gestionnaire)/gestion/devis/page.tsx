import { FilePlus2, FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { devisColumns } from "@/components/factures/devis-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { TabNav } from "@/components/ui/tab-nav";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listDevis } from "@/lib/factures/list-devis";
import { agencyOptions } from "../agencies";
import { type GestionArea, gestionArea } from "../area";
import { etatOf, etats, filtersOf, listHref } from "./list-address";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Part = { params: Record<string, string>; area: GestionArea };

const LIST = 25;

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("list") };
}

/** Quotes by state: drafts to send, those that wait for an answer, those decided. */
export default async function QuotesPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const [t, _tList] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("factures.list"),
  ]);
  const fresh = params.client_id ? `?client_id=${params.client_id}` : "";
  return (
    <>
      <PageHeader
        title={t("list")}
        actions={
          <>
            <ExportButton href={listHref(params, {}, "/export")} />
            <LinkButton
              href={`/gestion/devis/nouveau${fresh}`}
              variant="primary"
              icon={<FilePlus2 aria-hidden />}
            >
              {t("new")}
            </LinkButton>
          </>
        }
      />
      {params.fait === "supprime" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("deleted")}
          </Notice>
        </div>
      ) : null}
      <States params={params} area={area} />
      <Filters params={params} area={area} />
      <List params={params} area={area} />
    </>
  );
}

async function States({ params }: Part) {
  const [t, tStates, drafts, waiting] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("states.devis"),
    load(listDevis, { statut: "brouillon", limit: 1, count: true }),
    load(listDevis, { statut: "envoye", limit: 1, count: true }),
  ]);
  const counts: Record<string, number | undefined> = { brouillon: drafts.count, envoye: waiting.count };
  return (
    <TabNav
      label={t("states")}
      items={etats.map((etat) => ({
        href: listHref(params, { etat: etat === "tous" ? null : etat }),
        label: etat === "tous" ? t("all") : tStates(etat),
        current: etatOf(params.etat) === etat,
        count: counts[etat] || undefined,
      }))}
    />
  );
}

async function Filters({ params, area }: Part) {
  const [t, tList, tCommon, agencies] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("factures.list"),
    getTranslations("common"),
    agencyOptions(area),
  ]);
  const isFiltered = Boolean(params.q || params.client_id || params.agence_id);
  return (
    <FilterBar
      label={t("search")}
      search={{ value: params.q, placeholder: tList("searchHint") }}
      keep={{ etat: params.etat, client_id: params.client_id }}
      resetHref={isFiltered ? listHref({}, { etat: params.etat }) : undefined}
    >
      {agencies.length > 1 ? (
        <Select
          name="agence_id"
          label={tCommon("fields.agency")}
          placeholder={tCommon("words.all")}
          defaultValue={params.agence_id}
          options={agencies}
        />
      ) : null}
      {params.client_id ? (
        <p className="flex min-h-11 w-full items-center gap-2 text-sm">
          <FileText aria-hidden className="size-4 text-ink-muted" />
          {t("oneClient")}
          <TextLink href={`/gestion/clients/${params.client_id}`}>{tList("seeClient")}</TextLink>
        </p>
      ) : null}
    </FilterBar>
  );
}

async function List({ params, area }: Part) {
  const [t, tCommon, tStates, page] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("common.count"),
    getTranslations("states.devis"),
    load(listDevis, { ...filtersOf(params), cursor: params.cursor, limit: LIST, count: true }),
  ]);
  const isSearch = Boolean(params.q || params.client_id || params.agence_id || params.etat);
  return (
    <>
      <DataTable
        caption={t("list")}
        columns={devisColumns({
          words: area.words,
          money: area.money,
          headers: {
            number: t("number"),
            draft: t("draft"),
            client: t("client"),
            sent: t("sentOn"),
            until: t("validUntil"),
            state: t("state"),
            total: t("total"),
          },
          stateOf: (statut) => tStates(statut),
        })}
        rows={page.results}
        rowKey={(one) => one.id}
        empty={
          <EmptyState
            icon={<FileText />}
            title={t(isSearch ? "noMatch" : "none")}
            action={
              isSearch ? null : (
                <LinkButton href="/gestion/devis/nouveau" icon={<FilePlus2 aria-hidden />}>
                  {t("new")}
                </LinkButton>
              )
            }
          >
            {t(isSearch ? "noMatchHelp" : "noneHelp")}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && listHref(params, { cursor: page.previous })}
        next={page.next && listHref(params, { cursor: page.next })}
      >
        {page.results.length > 0 ? tCommon("quotes", { count: page.count ?? 0 }) : null}
      </Pagination>
    </>
  );
}
