import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageContext, searchInput } from "@/lib/delivery/page";
import { History, historyTitle } from "../../../historique/history";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: await historyTitle() };
}

/** The history of any object, for those who see the whole log. */
export default async function HistoryPage({ searchParams }: Props) {
  const [t, { locale }, input] = await Promise.all([
    getTranslations("audit"),
    pageContext(),
    searchParams.then(searchInput),
  ]);
  return (
    <History
      base="/audit/historique"
      back={{ href: "/audit", label: t("title") }}
      input={input}
      isWhole
      files={(query) =>
        (["csv", "json"] as const).map((format) => ({
          label: t(format === "csv" ? "exportCsv" : "exportJson"),
          href: `/${locale}/audit/export?${query}&lies=true&format=${format}`,
        }))
      }
    />
  );
}
