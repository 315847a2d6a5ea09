import { isoWeek } from "@/lib/foundation/zoned";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import { changeOf, foretell, MIN_WEEKS, type Prevision } from "./prevision";
import type { SeriePrevision } from "./schemas-prevision";

type Serie = { type: string | null; libelle: string; counts: ReadonlyMap<string, number> };
type Weeks = { passees: readonly string[]; aVenir: readonly string[] };

/** One series with what is foretold, how wrong the same method was before, and why. */
export function presentSerie({ type, libelle, counts }: Serie, weeks: Weeks, locale: Locale): SeriePrevision {
  const at = (lundi: string) => ({ semaine: isoWeek(lundi), lundi });
  const serie = weeks.passees.map((lundi) => counts.get(lundi) ?? 0);
  const found = foretell(serie);
  const essai = found?.essai;
  return {
    type,
    libelle,
    historique: weeks.passees.map((lundi, index) => ({ ...at(lundi), visites: serie[index] ?? 0 })),
    methode: found?.methode ?? null,
    confiance: found?.confiance ?? 0,
    essai: essai
      ? {
          mae: Math.round(essai.mae * 100) / 100,
          wape: essai.wape === null ? null : Math.round(essai.wape * 1000) / 1000,
          semaines: essai.semaines,
        }
      : null,
    raisons: raisonsOf(serie, found, locale),
    previsions: found
      ? weeks.aVenir.map((lundi, index) => ({
          ...at(lundi),
          ...(found.semaines[index] as Prevision["semaines"][number]),
          planifiees: counts.get(lundi) ?? 0,
        }))
      : [],
  };
}

/** A change below this is no change to speak of. */
const STEADY = 0.05;

function raisonsOf(serie: readonly number[], found: Prevision | null, locale: Locale): string[] {
  const t = translator(locale, "ia");
  const number = (value: number) => formatNumber(value, { locale });
  const percent = (share: number) => formatPercent(Math.round(share * 100) * 100, { locale });
  const history = t("prevision.historique", { n: number(serie.length) });
  if (!found) return [history, t("prevision.tropCourt", { n: number(MIN_WEEKS) })];
  const change = changeOf(serie);
  const { essai, methode } = found;
  return [
    history,
    ...(change === null ? [] : [tendanceOf(change)]),
    t(`prevision.methodes.${methode}.raison`),
    essai
      ? t("prevision.erreur", {
          mae: number(Math.round(essai.mae * 10) / 10),
          part: essai.wape === null ? "–" : percent(essai.wape),
          n: number(essai.semaines),
        })
      : t("prevision.sansEssai"),
  ];

  function tendanceOf(share: number): string {
    if (Math.abs(share) < STEADY) return t("prevision.tendance.stable");
    return t(share > 0 ? "prevision.tendance.hausse" : "prevision.tendance.baisse", {
      part: percent(Math.abs(share)),
    });
  }
}
