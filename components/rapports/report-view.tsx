import { ChartColumn } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { formatDate, formatNumber, type Language } from "@/lib/i18n/format";
import type { Rapport } from "@/lib/rapports/schemas-rapport";
import { BarChart } from "./bar-chart";
import { ReportTable } from "./report-table";
import { barsOf } from "./values";

/** A stored report: the drawing, its figures, and for quality the low reviews. `charts`: codes of the columns that each draws. */
export async function ReportView({
  rapport,
  charts,
  words,
  visitHref,
}: {
  rapport: Rapport;
  charts: readonly (readonly string[])[];
  words: Language;
  visitHref?: (id: number) => string;
}) {
  const t = await getTranslations("rapports");
  if (rapport.lignes.length === 0)
    return (
      <EmptyState icon={<ChartColumn />} title={t("empty")}>
        {t("emptyHelp")}
      </EmptyState>
    );
  const group = t(`groups.${rapport.grouper_par}`);
  return (
    <div className="space-y-8">
      {charts.map((codes) => (
        <Charts key={codes.join()} rapport={rapport} codes={codes} words={words} />
      ))}
      <section>
        <SectionHeader title={t("figures")} />
        <ReportTable rapport={rapport} caption={rapport.libelle} group={group} words={words} />
      </section>
      {rapport.avis_bas.length > 0 ? (
        <LowReviews rapport={rapport} words={words} visitHref={visitHref} />
      ) : null}
    </div>
  );
}

/** One drawing a currency; none where every bar would be empty. */
async function Charts({
  rapport,
  codes,
  words,
}: {
  rapport: Rapport;
  codes: readonly string[];
  words: Language;
}) {
  const t = await getTranslations("rapports");
  const series = rapport.colonnes.filter(({ code }) => codes.includes(code)).map(({ libelle }) => libelle);
  const what = series.length === 1 ? (series[0] ?? "") : rapport.libelle;
  const title = t("chartBy", { what, group: t(`groups.${rapport.grouper_par}`) });
  return rapport.totaux.map(({ devise }) => {
    const bars = barsOf(rapport, codes, devise, words);
    if (bars.every(({ parts }) => parts.every((part) => part === 0))) return null;
    const isReversed = rapport.type === "qualite";
    return <BarChart key={devise} title={title} series={series} bars={bars} reversed={isReversed} />;
  });
}

async function LowReviews({
  rapport,
  words,
  visitHref,
}: {
  rapport: Rapport;
  words: Language;
  visitHref?: (id: number) => string;
}) {
  const t = await getTranslations("rapports");
  return (
    <section>
      <SectionHeader title={t("low")} />
      <ul className="divide-y divide-line rounded-card border border-line bg-raised px-5 shadow-card">
        {rapport.avis_bas.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span>
              <strong className="tabular-nums">{t("mark", { mark: formatNumber(one.note, words) })}</strong>
              {" · "}
              <bdi>{one.client}</bdi>
              {one.intervenant ? (
                <>
                  {" · "}
                  <bdi>{one.intervenant}</bdi>
                </>
              ) : null}
            </span>
            <span className="flex gap-4 text-ink-muted">
              {formatDate(one.jour, { ...words, style: "medium" })}
              {visitHref ? <TextLink href={visitHref(one.prestation_id)}>{t("seeVisit")}</TextLink> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
