import { UserPlus, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import { listUtilisateurs } from "@/lib/organisation/list-utilisateurs";
import { roleCodes, type UtilisateurShape } from "@/lib/organisation/schemas-utilisateur";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.users"))("title") };
}

/** Accounts by name, with search, role and state in the address. */
export default async function UsersPage({ searchParams }: Props) {
  const input = searchInput(await searchParams);
  const { cursor: _cursor, ...filters } = input;
  const [t, page, agences] = await Promise.all([
    getTranslations("admin.users"),
    load(listUtilisateurs, { ...input, limit: 30, count: true }),
    load(listAgences, { limit: 200 }),
  ]);
  const names = new Map(agences.results.map(({ id, nom }) => [id, nom]));
  const href = (values: Record<string, string>, at = "") =>
    `/admin/utilisateurs${at}?${new URLSearchParams({ ...filters, ...values })}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ExportButton href={href({}, "/export")} />
            <LinkButton href="/admin/utilisateurs/nouveau" variant="primary" icon={<UserPlus aria-hidden />}>
              {t("add")}
            </LinkButton>
          </>
        }
      />
      <Filters filters={filters} />
      <DataTable
        caption={t("title")}
        columns={await columns(names)}
        rows={page.results}
        rowKey={(one) => one.id}
        sort={{ current: input.ordering ?? "nom", href: (ordering) => href({ ordering }) }}
        empty={
          <EmptyState icon={<Users />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && href({ cursor: page.previous })}
        next={page.next && href({ cursor: page.next })}
      >
        {t("count", { count: page.count ?? page.results.length })}
      </Pagination>
    </>
  );
}

async function Filters({ filters }: { filters: Record<string, string> }) {
  const [t, roles] = await Promise.all([getTranslations("admin.users"), getTranslations("common.roles")]);
  const { q, role, actif, ordering } = filters;
  return (
    <FilterBar
      label={t("search")}
      search={{ value: q, placeholder: t("search") }}
      keep={{ ordering }}
      resetHref={q || role || actif ? "/admin/utilisateurs" : undefined}
    >
      <Select
        name="role"
        label={t("role")}
        placeholder={t("allRoles")}
        defaultValue={role}
        options={roleCodes.map((value) => ({ value, label: roles(value) }))}
      />
      <Select
        name="actif"
        label={t("state")}
        placeholder={t("allStates")}
        defaultValue={actif}
        options={[
          { value: "true", label: t("active") },
          { value: "false", label: t("inactive") },
        ]}
      />
    </FilterBar>
  );
}

async function columns(agences: Map<number, string>): Promise<Column<UtilisateurShape>[]> {
  const [t, roles, states] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("common.roles"),
    getTranslations("states.compte"),
  ]);
  return [
    {
      key: "nom",
      header: t("name"),
      primary: true,
      sortKey: "nom",
      cell: (one) => (
        <TextLink href={`/admin/utilisateurs/${one.id}`}>
          <bdi>{`${one.prenom} ${one.nom}`}</bdi>
        </TextLink>
      ),
    },
    {
      key: "email",
      header: t("email"),
      sortKey: "email",
      cell: (one) => (
        <bdi dir="ltr" className="wrap-anywhere">
          {one.email}
        </bdi>
      ),
    },
    { key: "role", header: t("role"), cell: (one) => roles(one.role) },
    {
      key: "agences",
      header: t("agencies"),
      desktopOnly: true,
      cell: (one) => one.agence_ids.map((id) => agences.get(id) ?? id).join(", "),
    },
    {
      key: "connexion",
      header: t("lastSeen"),
      cell: (one) =>
        one.derniere_connexion_le ? (
          <DateTime value={new Date(one.derniere_connexion_le)} timeZone="Europe/Paris" style="medium" />
        ) : (
          t("never")
        ),
    },
    {
      key: "actif",
      header: t("state"),
      cell: (one) => {
        const state = one.actif ? "actif" : "inactif";
        return <StatusBadge statut={state} label={states(state)} />;
      },
    },
  ];
}
