import { Download, ScrollText, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { actionLabel, historyHref, objectLabel } from "@/components/oversight/action-label";
import { SavedFilters } from "@/components/oversight/saved-filters";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { BASE } from "@/lib/delivery/endpoint-spec";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { listAudit } from "@/lib/oversight/list-audit";
import { listFiltres } from "@/lib/oversight/list-filtres";
import { type AuditShape, filters as filterFields } from "@/lib/oversight/schemas";
import { AuditFilters } from "./filters";
import { saveFilter } from "./filtres/actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** The log explorer: newest first, filters in the address. */
export default async function AuditPage({ searchParams }: Props) {
  const input = searchInput(await searchParams);
  const [t, { locale }, page, kept] = await Promise.all([
    getTranslations("audit"),
    pageContext(),
    load(listAudit, { ...input, limit: 50 }),
    load(listFiltres, {}),
  ]);
  const { cursor: _cursor, ...filters } = input;
  const href = (cursor: string | null) =>
    cursor ? `/audit?${new URLSearchParams({ ...filters, cursor })}` : undefined;
  const file = (format: string) => `/${locale}/audit/export?${new URLSearchParams({ ...filters, format })}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <LinkButton href="/audit/verification" icon={<ShieldCheck aria-hidden />}>
              {t("verification.act")}
            </LinkButton>
            <AnchorButton href={file("csv")} icon={<Download aria-hidden />}>
              {t("exportCsv")}
            </AnchorButton>
            <AnchorButton href={file("json")} icon={<Download aria-hidden />}>
              {t("exportJson")}
            </AnchorButton>
            <AnchorButton href={`${BASE}/audit/preuve/`} icon={<Download aria-hidden />}>
              {t("exportProof")}
            </AnchorButton>
          </>
        }
      />
      <p className="mb-5 text-sm text-ink-muted">{t("exportNote")}</p>
      <SavedFilters filters={kept.results} input={kindsOnly(filters)} save={saveFilter} />
      <AuditFilters input={filters} />
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={page.results}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon={<ScrollText />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </>
  );
}

/** What of the address is a filter. */
const kindsOnly = (input: Record<string, string>) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(filterFields, name)));

async function columns(): Promise<Column<AuditShape>[]> {
  const [t, common, states] = await Promise.all([
    getTranslations("audit"),
    getTranslations("common"),
    getTranslations("states"),
  ]);
  return [
    {
      key: "action",
      header: t("what"),
      primary: true,
      cell: (one) => <TextLink href={`/audit/${one.id}`}>{actionLabel(one.action, t)}</TextLink>,
    },
    {
      key: "horodatage",
      header: t("when"),
      cell: (one) => <DateTime value={new Date(one.horodatage)} timeZone="Europe/Paris" style="dateTime" />,
    },
    {
      key: "objet",
      header: t("object"),
      cell: (one) => (
        <TextLink href={historyHref(one.objet)}>
          <bdi>{objectLabel(one.objet, t)}</bdi>
        </TextLink>
      ),
    },
    { key: "acteur", header: t("who"), cell: (one) => <bdi dir="ltr">{one.acteur}</bdi> },
    { key: "role", header: t("role"), cell: (one) => common(`roles.${one.role as "admin"}`) },
    {
      key: "resultat",
      header: t("result"),
      cell: (one) => (
        <Badge tone={one.resultat === "ok" ? "success" : "danger"}>{states(`audit.${one.resultat}`)}</Badge>
      ),
    },
  ];
}
