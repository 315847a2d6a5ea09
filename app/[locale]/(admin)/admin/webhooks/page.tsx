import { Plus, Webhook } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import type { EventType } from "@/components/interop/webhook-fields";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listWebhooks } from "@/lib/interop/list-webhooks";
import type { WebhookShape } from "@/lib/interop/schemas";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

/** The addresses outside that are told of events. */
export default async function WebhooksPage({ searchParams }: Props) {
  const { supprime, ...input } = searchInput(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("webhooks"),
    load(listWebhooks, { ...input, limit: 20 }),
  ]);
  const href = (cursor: string | null) =>
    cursor ? `/admin/webhooks?${new URLSearchParams({ ...input, cursor })}` : null;
  const add = (
    <LinkButton href="/admin/webhooks/nouveau" variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={page.results.length > 0 ? add : undefined}
      />
      {supprime ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("deleted")}
          </Notice>
        </div>
      ) : null}
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={page.results}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon={<Webhook />} title={t("none")} action={add}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </>
  );
}

async function columns(): Promise<Column<WebhookShape>[]> {
  const t = await getTranslations("webhooks");
  const state = (one: WebhookShape) => (one.actif ? "actif" : "inactif");
  return [
    {
      key: "nom",
      header: t("name"),
      primary: true,
      cell: (one) => (
        <TextLink href={`/admin/webhooks/${one.id}`}>
          <bdi>{one.nom}</bdi>
        </TextLink>
      ),
    },
    {
      key: "url",
      header: t("address"),
      cell: (one) => (
        <bdi dir="ltr" className="wrap-anywhere">
          {one.url}
        </bdi>
      ),
    },
    {
      key: "evenements",
      header: t("events"),
      cell: (one) => (
        <ul className="text-sm">
          {one.evenements.map((type) => (
            <li key={type}>{t(`types.${type as EventType}`)}</li>
          ))}
        </ul>
      ),
    },
    { key: "dernier", header: t("lastSuccess"), cell: (one) => <LastSuccess webhook={one} /> },
    {
      key: "etat",
      header: t("state"),
      cell: (one) => <StatusBadge statut={state(one)} label={t(`etats.${state(one)}`)} />,
    },
  ];
}

async function LastSuccess({ webhook }: { webhook: WebhookShape }) {
  const t = await getTranslations("webhooks");
  const { dernier_succes_le: last, echecs } = webhook;
  return (
    <>
      {last ? <DateTime value={new Date(last)} timeZone="Europe/Paris" style="dateTime" /> : t("never")}
      {echecs > 0 ? (
        <span className="block text-sm text-danger-text">{t("failures", { count: echecs })}</span>
      ) : null}
    </>
  );
}
