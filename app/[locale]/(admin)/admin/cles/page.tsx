import { KeyRound, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { byAccess } from "@/components/interop/portee-words";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { StatusBadge } from "@/components/ui/status-badge";
import { load, searchInput } from "@/lib/delivery/page";
import { listCles } from "@/lib/interop/list-cles";
import type { CleShape } from "@/lib/interop/schemas-cle";
import { listAgences } from "@/lib/organisation/list-agences";
import { endCle } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cles"))("title") };
}

/** The keys that other programs use: what each opens, when it was used, and its end. */
export default async function ClesPage({ searchParams }: Props) {
  const input = searchInput(await searchParams);
  const [t, page] = await Promise.all([getTranslations("cles"), load(listCles, { ...input, limit: 20 })]);
  const href = (cursor: string | null) =>
    cursor ? `/admin/cles?${new URLSearchParams({ ...input, cursor })}` : null;
  const add = (
    <LinkButton href="/admin/cles/nouvelle" variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          page.results.length > 0 ? (
            <>
              <ExportButton href="/admin/cles/export" />
              {add}
            </>
          ) : undefined
        }
      />
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={page.results}
        rowKey={(one) => one.id}
        rowActions={{ header: t("act"), cell: (one) => <Revoke cle={one} /> }}
        empty={
          <EmptyState icon={<KeyRound />} title={t("none")} action={add}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </>
  );
}

async function Revoke({ cle }: { cle: CleShape }) {
  if (cle.etat !== "active") return null;
  const t = await getTranslations("cles");
  return (
    <ConfirmAction
      variant="danger"
      look="ghost"
      size="sm"
      label={
        <>
          {t("revoke.act")}
          <span className="sr-only"> {cle.nom}</span>
        </>
      }
      action={endCle}
      fields={{ id: cle.id }}
      title={t("revoke.title", { name: cle.nom })}
      consequence={t("revoke.consequence")}
      confirmLabel={t("revoke.act")}
    />
  );
}

async function columns(): Promise<Column<CleShape>[]> {
  const [t, agences] = await Promise.all([getTranslations("cles"), load(listAgences, { limit: 200 })]);
  const names = new Map(agences.results.map(({ id, nom }) => [id, nom]));
  const time = (text: string, style: "dateTime" | "long") => (
    <DateTime value={new Date(text)} timeZone="Europe/Paris" style={style} />
  );
  return [
    {
      key: "nom",
      header: t("name"),
      primary: true,
      cell: (one) => (
        <>
          <bdi>{one.nom}</bdi>
          <span className="block text-sm font-normal text-ink-muted">
            <bdi dir="ltr">{one.prefixe}…</bdi>
          </span>
        </>
      ),
    },
    { key: "portees", header: t("scopes"), cell: (one) => <Scopes portees={one.portees} /> },
    {
      key: "agences",
      header: t("agencies"),
      cell: ({ agence_ids: kept }) =>
        kept ? <bdi>{kept.map((id) => names.get(id) ?? id).join(t("comma"))}</bdi> : t("allAgencies"),
    },
    {
      key: "utilisee",
      header: t("lastUse"),
      cell: ({ derniere_utilisation_le: used }) => (used ? time(used, "dateTime") : t("never")),
    },
    { key: "expire", header: t("expires"), cell: (one) => time(one.expire_le, "long") },
    {
      key: "etat",
      header: t("state"),
      cell: (one) => <StatusBadge statut={one.etat} label={t(`etats.${one.etat}`)} />,
    },
  ];
}

async function Scopes({ portees }: Pick<CleShape, "portees">) {
  const t = await getTranslations("cles");
  const opened = byAccess(portees);
  return (
    <ul className="text-sm">
      {(["read", "write"] as const).map((access) =>
        opened[access].length > 0 ? (
          <li key={access}>
            {t("opened", {
              access: t(`acces.${access}`),
              objects: opened[access].map((one) => t(`objets.${one}`)).join(t("comma")),
            })}
          </li>
        ) : null,
      )}
    </ul>
  );
}
