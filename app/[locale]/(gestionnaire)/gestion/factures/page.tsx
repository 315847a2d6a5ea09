import { Download, FileStack, Receipt } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { TabNav } from "@/components/ui/tab-nav";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listAttestations } from "@/lib/factures/list-attestations";
import { listFactures } from "@/lib/factures/list-factures";
import { agencyOptions } from "../agencies";
import { type GestionArea, gestionArea } from "../area";
import { InvoiceList } from "./invoice-list";
import { etatOf, etats, listHref } from "./list-address";
import { monthOptions } from "./months";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Part = { params: Record<string, string>; area: GestionArea };

export async function generateMetadata() {
  return { title: (await getTranslations("factures.list"))("title") };
}

/** Invoices by state: drafts to issue, what is awaited, what is late. */
export default async function InvoicesPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(listHref(params, {}));
  const lastYear = Number(area.today.slice(0, 4)) - 1;
  const [t, certificates] = await Promise.all([
    getTranslations("factures.list"),
    load(listAttestations, { annee: lastYear, limit: 1 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ExportButton href={listHref(params, {}, "/export")} />
            {certificates.results.length > 0 ? (
              <AnchorButton
                href={`/${area.words.locale}/gestion/factures/attestations/${lastYear}`}
                target="_blank"
                icon={<Download aria-hidden />}
              >
                {t("certificates", { year: String(lastYear) })}
              </AnchorButton>
            ) : null}
            <LinkButton
              href="/gestion/factures/preparation"
              variant="primary"
              icon={<FileStack aria-hidden />}
            >
              {t("prepare")}
            </LinkButton>
          </>
        }
      />
      {params.fait === "supprimee" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("deleted")}
          </Notice>
        </div>
      ) : null}
      <States params={params} area={area} />
      <Filters params={params} area={area} />
      <Suspense key={JSON.stringify(params)} fallback={<TableSkeleton rows={10} columns={7} />}>
        <InvoiceList params={params} area={area} />
      </Suspense>
    </>
  );
}

async function States({ params }: Part) {
  const [t, drafts, late] = await Promise.all([
    getTranslations("factures.list"),
    load(listFactures, { statut: "brouillon", limit: 1, count: true }),
    load(listFactures, { echues: true, limit: 1, count: true }),
  ]);
  const counts: Record<string, number | undefined> = { brouillon: drafts.count, echues: late.count };
  return (
    <TabNav
      label={t("states")}
      items={etats.map((etat) => ({
        href: listHref(params, { etat: etat === "toutes" ? null : etat, fait: null }),
        label: t(`tabs.${etat}`),
        current: etatOf(params.etat) === etat,
        count: counts[etat] || undefined,
      }))}
    />
  );
}

async function Filters({ params, area }: Part) {
  const [t, tCommon, agencies] = await Promise.all([
    getTranslations("factures.list"),
    getTranslations("common"),
    agencyOptions(area),
  ]);
  const isFiltered = Boolean(params.q || params.periode || params.client_id || params.agence_id);
  return (
    <FilterBar
      label={t("search")}
      search={{ value: params.q, placeholder: t("searchHint") }}
      keep={{ etat: params.etat, client_id: params.client_id }}
      resetHref={isFiltered ? listHref({}, { etat: params.etat }) : undefined}
    >
      <Select
        name="periode"
        label={tCommon("time.month")}
        placeholder={t("anyMonth")}
        defaultValue={params.periode}
        options={monthOptions(area, 24)}
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
      {params.client_id ? (
        <p className="flex min-h-11 w-full items-center gap-2 text-sm">
          <Receipt aria-hidden className="size-4 text-ink-muted" />
          {t("oneClient")}
          <TextLink href={`/gestion/clients/${params.client_id}`}>{t("seeClient")}</TextLink>
        </p>
      ) : null}
    </FilterBar>
  );
}
