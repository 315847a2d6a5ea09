import { formatHours } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { Constat } from "./controle";

/** "Travail d’une journée : 10 h 30, 10 h au plus (Code du travail, L3121-18)." */
export function constatWords(
  locale: Locale,
  constat: Pick<Constat, "code" | "mesure" | "limite" | "unite" | "article">,
): string {
  const { code, mesure, limite, unite, article } = constat;
  const t = translator(locale, "travail");
  const amount = (valeur: number) =>
    unite === "minutes" ? formatHours(valeur, { locale }) : t(`unites.${unite}`, { count: valeur });
  const isMin = code === "dailyRestTooShort" || code === "weeklyRestTooShort";
  const bound = t(isMin ? "screen.min" : "screen.max", { value: amount(limite) });
  return t("constat", { rule: t(`regles.${code}`), measured: amount(mesure), bound, article });
}
