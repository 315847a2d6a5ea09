import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { searchInput } from "@/lib/delivery/page";
import { History, historyTitle } from "../../../historique/history";
import { gestionArea } from "../area";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: await historyTitle() };
}

/** The history of an object of the gestionnaire's agencies. */
export default async function AgencyHistoryPage({ searchParams }: Props) {
  const area = await gestionArea("/gestion/historique");
  const [common, input] = await Promise.all([
    getTranslations("common.actions"),
    searchParams.then(searchInput),
  ]);
  return (
    <History
      base="/gestion/historique"
      input={input}
      isWhole={false}
      files={(query) => [
        { label: common("exportCsv"), href: `/${area.words.locale}/gestion/historique/export?${query}` },
      ]}
    />
  );
}
