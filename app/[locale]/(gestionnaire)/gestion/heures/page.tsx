import { Clock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { compteurColumns } from "@/components/plannings/compteur-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { pasCompteur } from "@/lib/plannings/compteurs/compteur";
import { listCompteurs } from "@/lib/plannings/compteurs/list-compteurs";
import { plusDays } from "@/lib/prestations/travail/mesures-semaine";
import { counterWords } from "../../../heures/counter-words";
import { gestionArea } from "../area";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("travail.compteurs"))("title") };
}

/** A year is of one person only: it stands on their page. */
const steps = pasCompteur.filter((one) => one !== "annee");
const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Everyone's hours of a day, a week or a month: planned, worked, due, and what is beyond the contract. */
export default async function HeuresPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea("/gestion/heures");
  const pas = steps.find((one) => one === params.pas) ?? "semaine";
  const du = isDay(params.du) ? (params.du as string) : area.today;
  const [t, words, found] = await Promise.all([
    getTranslations("travail.compteurs"),
    counterWords(),
    load(listCompteurs, { agence_id: area.agence.id, pas, du }),
  ]);
  const day = (date: string) => formatDate(date, area.words);
  const href = (step: string, from: string) =>
    `/gestion/heures?${new URLSearchParams({ pas: step, du: from })}`;
  const query = new URLSearchParams({ agence_id: String(area.agence.id), pas, du });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<ExportButton href={`/gestion/heures/export?${query}`} />}
      />
      <TabNav
        label={t("step")}
        items={steps.map((one) => ({ href: href(one, du), label: t(`pas.${one}`), current: one === pas }))}
      />
      <DataTable
        caption={t("title")}
        columns={compteurColumns("person", {
          words,
          area: area.words,
          hrefOf: (id) => `/gestion/intervenants/${id}#contrats`,
        })}
        rows={found.results}
        rowKey={(one) => one.intervenant_id}
        empty={<EmptyState icon={<Clock />} title={t("none")} />}
      />
      <Pagination previous={href(pas, plusDays(found.du, -1))} next={href(pas, plusDays(found.au, 1))}>
        {found.du === found.au ? day(found.du) : `${day(found.du)} – ${day(found.au)}`}
      </Pagination>
    </>
  );
}
