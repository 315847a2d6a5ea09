import { Building2, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.agencies"))("title") };
}

/** Every agency, closed ones included. */
export default async function AgenciesPage() {
  const [t, agences] = await Promise.all([
    getTranslations("admin.agencies"),
    load(listAgences, { limit: 200 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ExportButton href="/admin/agences/export" />
            <LinkButton href="/admin/agences/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
              {t("add")}
            </LinkButton>
          </>
        }
      />
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={agences.results}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon={<Building2 />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
    </>
  );
}

async function columns(): Promise<Column<AgenceShape>[]> {
  const [t, countries] = await Promise.all([
    getTranslations("admin.agencies"),
    getTranslations("common.pays"),
  ]);
  return [
    {
      key: "nom",
      header: t("name"),
      primary: true,
      cell: (one) => <TextLink href={`/admin/agences/${one.id}`}>{one.nom}</TextLink>,
    },
    { key: "commune", header: t("place"), cell: (one) => <bdi>{one.commune}</bdi> },
    { key: "pays", header: t("country"), cell: (one) => countries(one.pays) },
    { key: "serie", header: t("series"), cell: (one) => <bdi dir="ltr">{one.serie_facture}</bdi> },
    { key: "telephone", header: t("phone"), cell: (one) => <bdi dir="ltr">{one.telephone}</bdi> },
    {
      key: "actif",
      header: t("state"),
      cell: (one) => (
        <StatusBadge statut={one.actif ? "actif" : "inactif"} label={t(one.actif ? "open" : "closed")} />
      ),
    },
  ];
}
