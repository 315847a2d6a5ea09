import type { Locale } from "./locales";

export const nbsp = "\u00a0";
export const narrowNbsp = "\u202f";
const leftToRightMark = "\u200e";

export interface NumberSigns {
  group: string;
  decimal: string;
  percent: string;
}

const maghreb = new Set(["DZ", "MA", "TN"]);

/** Arabic follows its country (1.234,50) and, for an agency in France, the French document beside it (1 234,50). */
export function numberSigns(locale: Locale, region?: string): NumberSigns {
  if (locale === "en") return { group: ",", decimal: ".", percent: "%" };
  if (locale === "tzm") return { group: nbsp, decimal: ",", percent: "%" };
  if (locale === "ar" && maghreb.has(region ?? "")) return { group: ".", decimal: ",", percent: "%" };
  return { group: narrowNbsp, decimal: ",", percent: `${narrowNbsp}%` };
}

interface Currency {
  /** Decimal places of the minor unit (ISO 4217): the Tunisian dinar has 1,000 millimes. */
  decimals: number;
  latin: string;
  english: string;
  arabic: string;
}

const currencies: Record<string, Currency> = {
  EUR: { decimals: 2, latin: "€", english: "€", arabic: "€" },
  DZD: { decimals: 2, latin: "DA", english: "DZD", arabic: "د.ج" },
  MAD: { decimals: 2, latin: "DH", english: "MAD", arabic: "د.م." },
  TND: { decimals: 3, latin: "DT", english: "TND", arabic: "د.ت" },
};

export function currencyOf(devise: string): Currency {
  return currencies[devise] ?? { decimals: 2, latin: devise, english: devise, arabic: devise };
}

/**
 * Keeps signs, ranges and amounts in order inside right-to-left text.
 * Marks, not isolates: the PDF engine prints isolates as letters.
 */
export function leftToRight(locale: Locale, text: string): string {
  return locale === "ar" ? `${leftToRightMark}${text}${leftToRightMark}` : text;
}

/** Digits of a non-negative decimal written by the engine ("1234.5"), with the language's separators. */
export function withSeparators(plain: string, signs: NumberSigns): string {
  const [whole = "0", fraction] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, signs.group);
  return fraction ? `${grouped}${signs.decimal}${fraction}` : grouped;
}
