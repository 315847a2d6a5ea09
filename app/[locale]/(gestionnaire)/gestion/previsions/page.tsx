import { ChartNoAxesCombined } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ForecastView } from "@/components/rapports/forecast-view";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { readPrevisions } from "@/lib/ia/read-previsions";
import type { SeriePrevision } from "@/lib/ia/schemas-prevision";
import { agencyOptions } from "../agencies";
import { type GestionArea, gestionArea } from "../area";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string>;

export async function generateMetadata() {
  return { title: (await getTranslations("previsions"))("title") };
}

/** What the next weeks should bring, how sure that is, and why. It plans nothing. */
export default async function ForecastPage({ searchParams }: Props) {
  const { agence_id, type } = searchInput(await searchParams);
  const params: Params = { ...(agence_id ? { agence_id } : {}), ...(type ? { type } : {}) };
  const area = await gestionArea(`/gestion/previsions?${new URLSearchParams(params)}`);
  const [t, found, agencies] = await Promise.all([
    getTranslations("previsions"),
    load(readPrevisions, agence_id ? { agence_id } : {}),
    agencyOptions(area),
  ]);
  const [all, ...activities] = found.results;
  const shown = found.results.find((one) => one.type === (type ?? null)) ?? all;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead", { agency: found.agence })}
        back={{ href: "/gestion/rapports", label: t("reports") }}
      />
      {agencies.length > 1 ? <Agencies agencies={agencies} current={found.agence_id} /> : null}
      {shown && shown.previsions.length > 0 ? (
        <div className="space-y-10">
          <section aria-labelledby="serie">
            <SectionHeader
              id="serie"
              title={shown.libelle}
              actions={
                shown.type === null ? null : (
                  <LinkButton size="sm" href={hrefOf(params, null)}>
                    {t("seeAll")}
                  </LinkButton>
                )
              }
            />
            <ForecastView serie={shown} words={area.words} />
          </section>
          <Activities activities={activities} params={params} area={area} />
          <p className="text-sm text-ink-muted">
            {t("decides", { model: `${found.modele.nom} ${found.modele.version}` })}
          </p>
        </div>
      ) : (
        <EmptyState icon={<ChartNoAxesCombined />} title={t("none")}>
          {shown?.raisons.join(" ")}
        </EmptyState>
      )}
    </>
  );
}

function hrefOf(params: Params, type: string | null): string {
  const { type: _, ...rest } = params;
  const query = new URLSearchParams({ ...rest, ...(type ? { type } : {}) }).toString();
  return query ? `/gestion/previsions?${query}` : "/gestion/previsions";
}

async function Agencies({
  agencies,
  current,
}: {
  agencies: { value: string; label: string }[];
  current: number;
}) {
  const [t, tCommon] = await Promise.all([getTranslations("previsions"), getTranslations("common.fields")]);
  return (
    <FilterBar label={t("choose")}>
      <Select name="agence_id" label={tCommon("agency")} options={agencies} defaultValue={String(current)} />
    </FilterBar>
  );
}

async function Activities({
  activities,
  params,
  area,
}: {
  activities: readonly SeriePrevision[];
  params: Params;
  area: GestionArea;
}) {
  const t = await getTranslations("previsions");
  const number = (value: number) => formatNumber(Math.round(value), area.words);
  const sum = ({ previsions }: SeriePrevision, key: "visites" | "planifiees") =>
    previsions.reduce((total, one) => total + one[key], 0);
  const columns: Column<SeriePrevision>[] = [
    {
      key: "libelle",
      header: t("activity"),
      primary: true,
      cell: (one) => <TextLink href={hrefOf(params, one.type)}>{one.libelle}</TextLink>,
    },
    {
      key: "visites",
      header: t("inAll"),
      align: "end",
      cell: (one) => (
        <span className="font-semibold tabular-nums">
          {one.previsions.length > 0 ? number(sum(one, "visites")) : "–"}
        </span>
      ),
    },
    { key: "planifiees", header: t("planned"), align: "end", cell: (one) => number(sum(one, "planifiees")) },
    {
      key: "erreur",
      header: t("error"),
      align: "end",
      cell: (one) =>
        one.essai?.wape == null ? "–" : formatPercent(Math.round(one.essai.wape * 100) * 100, area.words),
    },
  ];
  return (
    <section aria-labelledby="activites">
      <SectionHeader id="activites" title={t("byActivity")} />
      <DataTable
        caption={t("byActivity")}
        columns={columns}
        rows={[...activities]}
        rowKey={(one) => one.type ?? ""}
      />
    </section>
  );
}
