import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { listActivites } from "@/lib/activites/list-activites";
import { type ActiviteShape, familleCodes } from "@/lib/activites/schemas";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { formatDate, type Language } from "@/lib/i18n/format";
import { fold } from "@/lib/i18n/text";
import { listAgences } from "@/lib/organisation/list-agences";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";
import { priceText } from "./prices";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.catalogue"))("title") };
}

/** Activities with the price of one agency, each a step away from being changed. */
export default async function CataloguePage({ searchParams }: Props) {
  const { agence: asked, famille, q } = searchInput(await searchParams);
  const [t, { locale }, agences, activites] = await Promise.all([
    getTranslations("admin.catalogue"),
    pageContext(),
    load(listAgences, { ordering: "id", limit: 200 }),
    load(listActivites, { limit: 200 }),
  ]);
  const agence = agences.results.find(({ id }) => String(id) === asked) ?? agences.results[0];
  const rows = activites.results.filter(
    (one) => (!famille || one.famille === famille) && fold(one.libelle).includes(fold(q ?? "")),
  );
  const exported = new URLSearchParams({
    ...(agence ? { agence: String(agence.id) } : {}),
    ...(famille ? { famille } : {}),
    ...(q ? { q } : {}),
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href={`/admin/catalogue/export?${exported}`} />}
      />
      <Filters agences={agences.results} agence={agence} famille={famille} q={q} />
      <DataTable
        caption={t("title")}
        columns={await columns(agence, { locale, region: agence?.pays })}
        rows={rows}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon={<Tags />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
    </>
  );
}

type FilterProps = { agences: AgenceShape[]; agence?: AgenceShape; famille?: string; q?: string };

async function Filters({ agences, agence, famille, q }: FilterProps) {
  const [t, families] = await Promise.all([
    getTranslations("admin.catalogue"),
    getTranslations("common.familles"),
  ]);
  const base = agence ? `/admin/catalogue?agence=${agence.id}` : "/admin/catalogue";
  return (
    <FilterBar
      label={t("search")}
      search={{ value: q, placeholder: t("search") }}
      resetHref={q || famille ? base : undefined}
    >
      <Select
        name="agence"
        label={t("agency")}
        defaultValue={agence ? String(agence.id) : undefined}
        options={agences.map(({ id, nom }) => ({ value: String(id), label: nom }))}
      />
      <Select
        name="famille"
        label={t("family")}
        placeholder={t("allFamilies")}
        defaultValue={famille}
        options={familleCodes.map((value) => ({ value, label: families(value) }))}
      />
    </FilterBar>
  );
}

async function columns(
  agence: AgenceShape | undefined,
  language: Language,
): Promise<Column<ActiviteShape>[]> {
  const [t, families, regimes] = await Promise.all([
    getTranslations("admin.catalogue"),
    getTranslations("common.familles"),
    getTranslations("states.regime"),
  ]);
  const own = (one: ActiviteShape) => one.prix.find(({ agence_id }) => agence_id === agence?.id);
  return [
    {
      key: "libelle",
      header: t("activity"),
      primary: true,
      cell: (one) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/admin/catalogue/${one.id}`}>{one.libelle}</TextLink>
          {one.actif ? null : <Badge tone="neutral">{t("off")}</Badge>}
        </span>
      ),
    },
    { key: "famille", header: t("family"), cell: (one) => families(one.famille), desktopOnly: true },
    { key: "regime", header: t("regime"), cell: (one) => regimes(one.regime), desktopOnly: true },
    {
      key: "prix",
      header: t("price"),
      align: "end",
      cell: (one) => {
        const prix = own(one);
        if (!prix) return <span className="text-ink-muted">{t("noPrice")}</span>;
        return <bdi className="font-semibold">{priceText(prix.prix_horaire_ttc, prix.devise, language)}</bdi>;
      },
    },
    {
      key: "depuis",
      header: t("since"),
      cell: (one) => {
        const since = own(one)?.du;
        return since ? formatDate(since, { ...language, style: "medium" }) : "";
      },
    },
    {
      key: "changer",
      header: t("changePrice"),
      cell: (one) =>
        agence ? (
          <LinkButton href={`/admin/catalogue/${one.id}/prix?agence=${agence.id}`} size="sm">
            {own(one) ? t("changePrice") : t("setPrice")}
          </LinkButton>
        ) : null,
    },
  ];
}
