import { FileChartColumn } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ChoiceList } from "@/components/ui/choice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatRelativeDay, type Relative } from "@/lib/i18n/format";
import type { RapportSummary } from "@/lib/rapports/schemas-rapport";

/** "Du 1 février 2026 au 28 février 2026", or the one day that receivables are counted at. */
export async function periodText({ du, au }: { du: string | null; au: string }, words: Relative) {
  const t = await getTranslations("rapports");
  const day = (date: string) => formatDate(date, words);
  return du ? t("period", { from: day(du), to: day(au) }) : t("at", { to: day(au) });
}

/** Reports already run, the latest first. */
export async function RunList({
  runs,
  words,
  base,
}: {
  runs: RapportSummary[];
  words: Relative;
  /** Address of the list: `/gestion/rapports`. */
  base: string;
}) {
  const t = await getTranslations("rapports");
  if (runs.length === 0)
    return (
      <EmptyState icon={<FileChartColumn />} title={t("noRuns")}>
        {t("noRunsHelp")}
      </EmptyState>
    );
  const items = await Promise.all(
    runs.map(async (run) => ({
      key: run.id,
      href: `${base}/${run.id}`,
      title: `${run.libelle} · ${t(`groups.${run.grouper_par}`)}`,
      description: await periodText(run, words),
      trailing: (
        <span className="text-sm text-ink-muted">{formatRelativeDay(new Date(run.cree_le), words)}</span>
      ),
    })),
  );
  return <ChoiceList label={t("runs")} items={items} />;
}
