import { Clock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { compteurColumns } from "@/components/plannings/compteur-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabNav } from "@/components/ui/tab-nav";
import { load, searchInput } from "@/lib/delivery/page";
import { pasCompteur } from "@/lib/plannings/compteurs/compteur";
import { listCompteurs } from "@/lib/plannings/compteurs/list-compteurs";
import { plusDays } from "@/lib/prestations/travail/mesures-semaine";
import { counterWords } from "../../../../heures/counter-words";
import { fieldArea } from "../../area";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("travail.compteurs"))("mine") };
}

/** How far back each step looks, days. */
const back = { jour: 13, semaine: 42, mois: 150, annee: 366 } as const;

/** One's own hours, the latest period first. */
export default async function MyHours({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await fieldArea("/terrain/moi/heures");
  const pas = pasCompteur.find((one) => one === params.pas) ?? "semaine";
  const [t, tMe, words, found] = await Promise.all([
    getTranslations("travail.compteurs"),
    getTranslations("terrain.me"),
    counterWords(),
    load(listCompteurs, { pas, du: plusDays(area.today, -back[pas]), au: area.today }),
  ]);
  return (
    <>
      <PageHeader
        title={t("mine")}
        description={t("lead")}
        back={{ href: "/terrain/moi", label: tMe("title") }}
      />
      <TabNav
        label={t("step")}
        items={pasCompteur.map((one) => ({
          href: `/terrain/moi/heures?pas=${one}`,
          label: t(`pas.${one}`),
          current: one === pas,
        }))}
      />
      <DataTable
        caption={t("mine")}
        columns={compteurColumns("period", { words, area: area.words })}
        rows={found.results.toReversed()}
        rowKey={(one) => one.du}
        empty={<EmptyState icon={<Clock />} title={t("none")} />}
      />
    </>
  );
}
