import { Siren } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { etatsIncident, typesIncident } from "@/db/states";
import { formatDateTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Incident } from "@/lib/incidents/schemas";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { FilterBar } from "../ui/filter-bar";
import { Pagination } from "../ui/pagination";
import { Select } from "../ui/select";
import { TabNav } from "../ui/tab-nav";
import { TextLink } from "../ui/text-link";
import { ClockBadge } from "./clock-badge";

type Props = {
  page: { results: Incident[]; next: string | null; previous: string | null; count?: number };
  /** The filters of the address. */
  asked: Record<string, string>;
  /** `/admin/incidents`. */
  base: string;
  help: string;
  action?: ReactNode;
};

/** Filters of the log in an address, as the operation takes them. */
export function askedOf({ statut, type, cursor }: Record<string, string>) {
  return {
    ...(etatsIncident.some((one) => one === statut) ? { statut } : {}),
    ...(typesIncident.some((one) => one === type) ? { type } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The incident log: what is open on one side, everything on the other. */
export async function IncidentLog({ page, asked, base, help, action }: Props) {
  const t = await getTranslations("incidents");
  const isOpen = asked.statut === "ouvert";
  const { cursor: _cursor, ...kept } = asked;
  const at = (change: Record<string, string>) => `${base}?${new URLSearchParams({ ...kept, ...change })}`;
  return (
    <>
      <TabNav
        label={t("views")}
        items={[
          { href: base, label: t("all"), current: !isOpen },
          { href: `${base}?statut=ouvert`, label: t("open"), current: isOpen },
        ]}
      />
      <div className="max-w-md">
        <FilterBar
          label={t("search")}
          keep={{ statut: isOpen ? "ouvert" : undefined }}
          resetHref={asked.type ? (isOpen ? `${base}?statut=ouvert` : base) : undefined}
        >
          <Select
            name="type"
            label={t("fields.type")}
            placeholder={t("anyType")}
            defaultValue={asked.type}
            options={typesIncident.map((value) => ({ value, label: t(`types.${value}`) }))}
          />
        </FilterBar>
      </div>
      <DataTable
        caption={t("title")}
        columns={await columnsOf(base)}
        rows={page.results}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<Siren />} title={t("none")} action={action}>
            {help}
          </EmptyState>
        }
      />
      <Pagination
        previous={page.previous && at({ cursor: page.previous })}
        next={page.next && at({ cursor: page.next })}
      />
    </>
  );
}

async function columnsOf(base: string): Promise<Column<Incident>[]> {
  const [t, locale] = await Promise.all([getTranslations("incidents"), getLocale() as Promise<Locale>]);
  return [
    {
      key: "type",
      header: t("fields.type"),
      primary: true,
      cell: ({ id, type }) => (
        <TextLink href={`${base}/${id}`}>
          <bdi>{t("one1", { id: String(id) })}</bdi> · {t(`types.${type}`)}
        </TextLink>
      ),
    },
    {
      key: "constate_le",
      header: t("fields.constate_le"),
      cell: ({ constate_le, fuseau }) =>
        formatDateTime(new Date(constate_le), { locale, timeZone: fuseau, style: "medium" }),
    },
    { key: "gravite", header: t("fields.gravite"), cell: ({ gravite }) => t(`gravites.${gravite}`) },
    { key: "prochaine", header: t("fields.prochaine"), cell: (one) => <Next incident={one} /> },
    {
      key: "statut",
      header: t("fields.etat"),
      cell: ({ statut }) => (
        <Badge tone={statut === "clos" ? "success" : "warning"}>{t(`etats.${statut}`)}</Badge>
      ),
    },
  ];
}

async function Next({ incident }: { incident: Incident }) {
  const t = await getTranslations("incidents");
  const next = incident.delais.find(({ echeance }) => echeance === incident.prochaine_echeance);
  if (!next) return t("clock.nothing");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {t(`etapes.${next.nom}`)} <ClockBadge delai={next} />
    </span>
  );
}
