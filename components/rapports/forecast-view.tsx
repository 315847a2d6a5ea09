import { useTranslations } from "next-intl";
import { formatDate, formatNumber, type Relative } from "@/lib/i18n/format";
import type { SeriePrevision } from "@/lib/ia/schemas-prevision";
import { type Column, DataTable } from "../ui/data-table";
import { ForecastChart } from "./forecast-chart";

/** Weeks of the past that are drawn: half a year. */
const SHOWN = 26;

type Week = SeriePrevision["previsions"][number];
type Part = { serie: SeriePrevision; words: Relative };

/** What is foretold for one series: in words, drawn, week by week, and why. */
export function ForecastView({ serie, words }: Part) {
  const t = useTranslations("previsions");
  const day = (monday: string | undefined) =>
    monday ? formatDate(monday, { ...words, style: "medium" }) : "";
  const past = serie.historique.slice(-SHOWN);
  return (
    <div className="space-y-6">
      <ForecastChart
        past={past}
        ahead={serie.previsions}
        ends={{
          first: day(past[0]?.lundi),
          now: t("thisWeek"),
          last: day(serie.previsions.at(-1)?.lundi),
        }}
        legend={{ past: t("past"), ahead: t("ahead"), interval: t("interval") }}
      />
      <Weeks serie={serie} words={words} />
      <Why serie={serie} words={words} />
    </div>
  );
}

function Weeks({ serie, words }: Part) {
  const t = useTranslations("previsions");
  const number = (value: number) => formatNumber(Math.round(value), words);
  const columns: Column<Week>[] = [
    {
      key: "semaine",
      header: t("week"),
      primary: true,
      cell: (one) => t("weekOf", { day: formatDate(one.lundi, { ...words, style: "long" }) }),
    },
    {
      key: "visites",
      header: t("expected"),
      align: "end",
      cell: (one) => <span className="font-semibold tabular-nums">{number(one.visites)}</span>,
    },
    {
      key: "intervalle",
      header: t("between"),
      align: "end",
      cell: (one) => t("range", { low: number(one.bas), high: number(one.haut) }),
    },
    {
      key: "planifiees",
      header: t("planned"),
      align: "end",
      cell: (one) => <span className="tabular-nums">{number(one.planifiees)}</span>,
    },
  ];
  return (
    <DataTable caption={t("weeks")} columns={columns} rows={serie.previsions} rowKey={(one) => one.semaine} />
  );
}

function Why({ serie, words }: Part) {
  const t = useTranslations("previsions");
  return (
    <section aria-label={t("why")}>
      <h3 className="mb-2 font-semibold">{t("why")}</h3>
      <ul className="list-disc space-y-1 ps-5">
        {serie.raisons.map((raison) => (
          <li key={raison}>{raison}</li>
        ))}
        <li>{t("confidence", { points: formatNumber(Math.round(serie.confiance * 100), words) })}</li>
      </ul>
    </section>
  );
}
