import type { Locale } from "@/lib/i18n/locales";
import { factorWords } from "./phrases";
import type { Note } from "./score";

/** What speaks for somebody: what weighs most comes first; what is not known is not a reason. */
export function reasonsOf({ facteurs }: Note, locale: Locale): string[] {
  return facteurs
    .filter(({ mesure, contribution }) => mesure !== null && contribution > 0)
    .toSorted((a, b) => b.contribution - a.contribution)
    .map(({ code, mesure }) => factorWords(locale, code, mesure));
}
