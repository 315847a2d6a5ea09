import { endOfMonth, parseDate } from "@internationalized/date";
import type { FactureInstantane } from "@/lib/factures/instantane";
import { formatDate, formatHours, formatMoney, formatPercent } from "@/lib/i18n/format";
import { direction, type Locale } from "@/lib/i18n/locales";
import { leftToRight } from "@/lib/i18n/number-signs";
import { type Translate, translator } from "@/lib/i18n/translate";
import { fontStack, isDrawable } from "./fonts";

/** What the head and the foot of any document say: who sends it, to whom, what it is. */
export type Piece = Pick<FactureInstantane, "emetteur" | "pays" | "devise" | "numero" | "client"> & {
  type: "facture" | "avoir" | "devis" | "attestation";
};

/** What every part of one document needs: its language's words and formats, and where a line starts. */
export type Feuille = {
  langue: Locale;
  pays: string;
  dir: "ltr" | "rtl";
  row: "row" | "row-reverse";
  start: "left" | "right";
  end: "left" | "right";
  fonts: string[];
  t: Translate<"pdf">;
  date: (civil: string) => string;
  shortDate: (civil: string) => string;
  money: (cents: number) => string;
  percent: (bp: number) => string;
  hours: (minutes: number) => string;
  period: (debut: string, fin: string) => string;
  /** a reference or number inside a sentence, kept in order in a right-to-left one */
  code: (text: string) => string;
  separator: string;
};

/** Words and formats of a document of an agency in `pays` (ISO 3166) that counts in `devise`. */
export function openFeuille(facture: Pick<FactureInstantane, "pays" | "devise">, langue: Locale): Feuille {
  const language = { locale: langue, region: facture.pays };
  const rtl = direction(langue) === "rtl";
  return {
    langue,
    pays: facture.pays,
    dir: rtl ? "rtl" : "ltr",
    row: rtl ? "row-reverse" : "row",
    start: rtl ? "right" : "left",
    end: rtl ? "left" : "right",
    fonts: fontStack(langue),
    t: translator(langue, "pdf"),
    date: (civil) => formatDate(civil, { ...language, style: "long" }),
    shortDate: (civil) => formatDate(civil, { ...language, style: "medium" }),
    money: (cents) => formatMoney(cents, facture.devise, language),
    percent: (bp) => formatPercent(bp, language),
    hours: (minutes) => formatHours(minutes, language),
    period: (debut, fin) => period(debut, fin, language),
    code: (text) => leftToRight(langue, text),
    separator: rtl ? " \u200f·\u200f " : " · ",
  };
}

/** A whole civil month by its name, any other period by its two days. */
function period(debut: string, fin: string, language: { locale: Locale; region: string }): string {
  const wholeMonth = debut.endsWith("-01") && fin === lastDayOfMonth(debut);
  if (wholeMonth) return formatDate(debut, { ...language, style: "monthYear" });
  return [debut, fin].map((day) => formatDate(day, { ...language, style: "medium" })).join(" – ");
}

function lastDayOfMonth(civil: string): string {
  return endOfMonth(parseDate(civil)).toString();
}

/** Direction of a text somebody typed: that of its first letter, as `dir="auto"` does in a page. */
export function directionOf(text: string, fallback: "ltr" | "rtl"): "ltr" | "rtl" {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (!letter) return fallback;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? "rtl" : "ltr";
}

/**
 * Text as the engine can print it: composed letters, no bidirectional isolate or control character (they
 * would be drawn), and a visible box for a character no font has, never a wrong letter.
 */
export function printable(text: string): string {
  const plain = text.normalize("NFC").replace(/[\u2066-\u2069\u202a-\u202e\p{Cc}\u00ad\u200b\ufeff]/gu, "");
  return [...plain].map((char) => (isDrawable(char.codePointAt(0) ?? 0) ? char : "\u25a1")).join("");
}
