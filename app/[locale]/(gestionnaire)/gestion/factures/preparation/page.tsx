import { ChevronLeft, ChevronRight, FileCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { TableSkeleton } from "@/components/ui/skeleton";
import { searchInput } from "@/lib/delivery/page";
import { agencyOptions } from "../../agencies";
import { type GestionArea, gestionArea } from "../../area";
import { monthOf, monthOptions, monthText, readMonth } from "../months";
import { Preview } from "./preview";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("factures.preparation"))("title") };
}

/** A month's billing in one place: what each client would pay, what is still missing, then the drafts. */
export default async function PreparationPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea("/gestion/factures/preparation");
  const month = readMonth(params.periode) ?? usualMonth(area.today);
  const [t, tList, agencies] = await Promise.all([
    getTranslations("factures.preparation"),
    getTranslations("factures.list"),
    agencyOptions(area),
  ]);
  const agence_id = agencies.some(({ value }) => value === params.agence_id) ? params.agence_id : undefined;
  return (
    <>
      <PageHeader
        title={t("titleOf", { month: monthText(month, area) })}
        description={t("lead")}
        back={{ href: "/gestion/factures", label: tList("title") }}
        actions={
          <LinkButton
            href={`/gestion/factures?etat=brouillon&periode=${month}`}
            icon={<FileCheck aria-hidden />}
          >
            {t("drafts")}
          </LinkButton>
        }
      />
      <Months month={month} agence_id={agence_id} area={area} agencies={agencies} />
      <Suspense key={`${month} ${agence_id}`} fallback={<TableSkeleton rows={8} columns={6} />}>
        <Preview month={month} agence_id={agence_id} area={area} />
      </Suspense>
    </>
  );
}

/** Until the 20th one bills the month that ended; later, the one that ends. */
const usualMonth = (today: string) => monthOf(today, Number(today.slice(8)) <= 20 ? -1 : 0);

type MonthsProps = {
  month: string;
  agence_id: string | undefined;
  area: GestionArea;
  agencies: { value: string; label: string }[];
};

async function Months({ month, agence_id, area, agencies }: MonthsProps) {
  const [t, tCommon] = await Promise.all([
    getTranslations("factures.preparation"),
    getTranslations("common"),
  ]);
  const near = (by: number) => monthOf(`${month}-01`, by);
  const href = (periode: string) =>
    `/gestion/factures/preparation?${new URLSearchParams({ periode, ...(agence_id ? { agence_id } : {}) })}`;
  const options = monthOptions(area, 13);
  const known = options.some(({ value }) => value === month);
  return (
    <div className="flex flex-wrap items-end gap-x-3">
      <FilterBar label={t("month")}>
        <Select
          key={month}
          name="periode"
          label={tCommon("time.month")}
          defaultValue={month}
          options={known ? options : [{ value: month, label: monthText(month, area) }, ...options]}
        />
        {agencies.length > 1 ? (
          <Select
            name="agence_id"
            label={tCommon("fields.agency")}
            placeholder={tCommon("words.all")}
            defaultValue={agence_id}
            options={agencies}
          />
        ) : null}
      </FilterBar>
      <nav aria-label={t("otherMonths")} className="mb-5 flex gap-2">
        <LinkButton href={href(near(-1))} icon={<ChevronLeft aria-hidden className="mirror" />}>
          {monthText(near(-1), area)}
        </LinkButton>
        {month < area.today.slice(0, 7) ? (
          <LinkButton href={href(near(1))}>
            {monthText(near(1), area)}
            <ChevronRight aria-hidden className="mirror" />
          </LinkButton>
        ) : null}
      </nav>
    </div>
  );
}
