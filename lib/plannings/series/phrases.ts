import { formatDate, formatList, formatTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { Ferie } from "@/lib/organisation/feries";
import type { Regle } from "./regle";
import { joursRegle } from "./schemas-jours";

type Said = { regle: Regle; premierJour: string; heure: string; finLe: string | null };

/** A rule in the reader's language: "Every Monday and Thursday at 09:00, until 30 June 2026". */
export function regleWords(locale: Locale, { regle, premierJour, heure, finLe }: Said): string {
  const t = translator(locale, "series");
  const time = formatTime(new Date(`1970-01-01T${heure.slice(0, 5)}:00Z`), { locale, timeZone: "UTC" });
  const rule = t("regle.at", { rule: daysWords(locale, regle, premierJour), time });
  const counted = regle.nombre === null ? rule : t("regle.count", { rule, n: regle.nombre });
  const last = [regle.jusquau, finLe].filter((day) => day !== null).sort()[0];
  return last
    ? t("regle.until", { rule: counted, date: formatDate(last, { locale, style: "long" }) })
    : counted;
}

function daysWords(locale: Locale, { freq, intervalle: n, jours }: Regle, premierJour: string): string {
  const t = translator(locale, "series");
  const names = jours.map(({ jour, rang }) => {
    const day = t(`jours.${jour}`);
    return rang === null ? day : t("regle.nth", { rank: rankWord(rang), last: String(Math.abs(rang)), day });
  });
  const days = formatList(names, { locale });
  if (freq === "DAILY" && jours.length === 0) return t("regle.dailyEvery", { n });
  if (freq === "DAILY" && n > 1) return t("regle.dailyOn", { n: String(n), days });
  if (freq === "DAILY") return t("regle.weekly", { days });
  if (freq === "WEEKLY") return t("regle.weeklyEvery", { n, days: days || t(`jours.${dayOf(premierJour)}`) });
  if (jours.length === 0) return t("regle.monthlyDate", { n, day: String(Number(premierJour.slice(8))) });
  const ranked = jours.every(({ rang }) => rang !== null);
  return t("regle.monthlyDays", { n, days: ranked ? days : t("regle.weekly", { days }) });
}

const rankWord = (rang: number) => ({ "-1": "last", "-2": "beforeLast" })[String(rang)] ?? String(rang);

const dayOf = (jour: string) =>
  joursRegle[(new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7] as (typeof joursRegle)[number];

/** The name of a holiday. */
export const ferieWords = (locale: Locale, ferie: Ferie): string =>
  translator(locale, "series")(`feries.${ferie}`);

/** Why somebody could not be given a visit, as a sentence's end ("is away"); a rule of another version keeps its code. */
export function empechementWords(locale: Locale, code: string): string {
  const own = translator(locale, "series");
  if (code === "intervenantUnknown") return own("empechement.intervenantUnknown");
  const t = translator(locale, "plannings");
  const key = `rules.${code}`;
  return t.has(key as never) ? t(key as never) : code;
}
