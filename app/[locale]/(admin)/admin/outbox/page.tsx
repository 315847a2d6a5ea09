import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { MailView } from "@/components/admin/mail-view";
import { DateTime } from "@/components/i18n/date-time";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { StatusBadge } from "@/components/ui/status-badge";
import { load, searchInput } from "@/lib/delivery/page";
import { courrielShape, listCourriels } from "@/lib/organisation/list-courriels";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Courriel = z.output<typeof courrielShape>;

const statuts = courrielShape.shape.statut.options;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mails"))("title") };
}

/** The outbox: what was written to people, and whether it left. Reading it is logged. */
export default async function MailsPage({ searchParams }: Props) {
  const input = searchInput(await searchParams);
  const [t, states, page] = await Promise.all([
    getTranslations("admin.mails"),
    getTranslations("states.courriel"),
    load(listCourriels, { ...input, limit: 20 }),
  ]);
  const href = (cursor: string | null) =>
    cursor ? `/admin/outbox?${new URLSearchParams({ ...input, cursor })}` : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <ExportButton href={`/admin/outbox/export${input.statut ? `?statut=${input.statut}` : ""}`} />
        }
      />
      <FilterBar label={t("filter")} resetHref={input.statut ? "/admin/outbox" : undefined}>
        <Select
          name="statut"
          label={t("state")}
          placeholder={t("allStates")}
          defaultValue={input.statut}
          options={statuts.map((value) => ({ value, label: states(value) }))}
        />
      </FilterBar>
      <MessagesProvider names={["admin"]}>
        <DataTable
          caption={t("title")}
          columns={await columns()}
          rows={page.results}
          rowKey={(one) => one.id}
          rowActions={{
            header: t("view"),
            cell: (one) => <MailView sujet={one.sujet} html={one.html} texte={one.texte} />,
          }}
          empty={
            <EmptyState icon={<Mail />} title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      </MessagesProvider>
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </>
  );
}

async function columns(): Promise<Column<Courriel>[]> {
  const [t, states] = await Promise.all([getTranslations("admin.mails"), getTranslations("states.courriel")]);
  return [
    { key: "sujet", header: t("subject"), primary: true, cell: (one) => <bdi>{one.sujet}</bdi> },
    {
      key: "destinataire",
      header: t("to"),
      cell: (one) => (
        <bdi dir="ltr" className="wrap-anywhere">
          {one.destinataire}
        </bdi>
      ),
    },
    {
      key: "cree_le",
      header: t("when"),
      cell: (one) => <DateTime value={new Date(one.cree_le)} timeZone="Europe/Paris" style="dateTime" />,
    },
    {
      key: "statut",
      header: t("state"),
      cell: (one) => (
        <>
          <StatusBadge statut={one.statut} label={states(one.statut)} />
          {one.erreur ? (
            <span className="mt-1 block text-sm text-danger-text">
              {t("error")} · <bdi dir="ltr">{one.erreur}</bdi>
            </span>
          ) : null}
        </>
      ),
    },
  ];
}
