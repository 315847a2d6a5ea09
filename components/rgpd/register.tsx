import { ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { typesDemandeRgpd } from "@/db/states";
import type { Relative } from "@/lib/i18n/format";
import type { Demande } from "@/lib/rgpd/schemas";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { FilterBar } from "../ui/filter-bar";
import { Pagination } from "../ui/pagination";
import { Select } from "../ui/select";
import { TabNav } from "../ui/tab-nav";
import { demandeColumns } from "./demande-columns";

type Props = {
  page: { results: Demande[]; next: string | null; previous: string | null; count?: number };
  /** The filters of the address. */
  asked: Record<string, string>;
  base: string;
  dates: Relative;
  href?: (id: number) => string;
};

/** Filters of the register in an address, as the operation takes them. */
export function askedOf({ vue, type, cursor }: Record<string, string>) {
  return {
    ouvertes: vue !== "repondues",
    ...(typesDemandeRgpd.some((one) => one === type) ? { type } : {}),
    ...(cursor ? { cursor } : {}),
    ordering: vue === "repondues" ? "-id" : "echeance",
  };
}

/** The register of rights requests: those to answer, the first to be due on top, and those answered. */
export async function Register({ page, asked, base, dates, href }: Props) {
  const [t, tState] = await Promise.all([getTranslations("rgpd"), getTranslations("states.demandeRgpd")]);
  const isOpen = asked.vue !== "repondues";
  const { cursor: _cursor, ...kept } = asked;
  const at = (change: Record<string, string>) => `${base}?${new URLSearchParams({ ...kept, ...change })}`;
  const labels = {
    kind: t("register.kind"),
    person: t("register.person"),
    received: t("register.received"),
    deadline: t("register.deadline"),
    state: t("register.state"),
  };
  return (
    <>
      <TabNav
        label={t("register.views")}
        items={[
          { href: base, label: t("register.open"), current: isOpen, count: isOpen ? page.count : undefined },
          { href: `${base}?vue=repondues`, label: t("register.answered"), current: !isOpen },
        ]}
      />
      <div className="max-w-md">
        <FilterBar
          label={t("register.search")}
          keep={{ vue: isOpen ? undefined : "repondues" }}
          resetHref={asked.type ? (isOpen ? base : `${base}?vue=repondues`) : undefined}
        >
          <Select
            name="type"
            label={t("register.kind")}
            placeholder={t("register.all")}
            defaultValue={asked.type}
            options={typesDemandeRgpd.map((value) => ({ value, label: t(`typesOf.${value}`) }))}
          />
        </FilterBar>
      </div>
      <DataTable
        caption={t("register.title")}
        columns={demandeColumns({
          labels,
          kind: (type) => t(`typesOf.${type}`),
          state: tState,
          dates,
          href,
        })}
        rows={page.results}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<ShieldCheck />} title={t(isOpen ? "register.none" : "register.nothing")}>
            {t(isOpen ? "register.noneHelp" : "register.nothingHelp")}
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
