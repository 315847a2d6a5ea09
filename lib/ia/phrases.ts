import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { RuleCode } from "@/lib/prestations/regles";
import type { FacteurCode } from "./score";

/** Rules that put somebody aside, in the order in which they are told. */
export const exclusions: readonly (RuleCode | "slotTaken")[] = [
  "slotTaken",
  "visitTooLong",
  "skillMissing",
  "onLeave",
  "dailyMaxExceeded",
  "dailyRestTooShort",
  "outsideAvailability",
  "outOfSector",
];

/** One factor of a proposal as a sentence; `mesure` null when nothing is known. */
export function factorWords(locale: Locale, code: FacteurCode, mesure: number | null): string {
  const t = translator(locale, "ia");
  if (mesure === null) return t(`facteurs.${code}.inconnu`);
  return t(`facteurs.${code}.phrase`, { n: formatNumber(mesure, { locale }), connu: String(mesure) });
}

/** Why somebody was put aside, as a sentence; a rule of another version keeps its code. */
export function ruleWords(locale: Locale, code: string): string {
  const known = exclusions.find((one) => one === code);
  if (known) return translator(locale, "ia")(`exclusions.${known}`);
  const t = translator(locale, "travail");
  return t.has(`regles.${code}` as never) ? t(`regles.${code}` as never) : code;
}
