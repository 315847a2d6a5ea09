import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";

export type Locale = "fr" | "en" | "ar" | "tzm";
type Values = Record<string, string | number>;
/** `t("clients.list.title")`: the product's own words, file name first. */
export type Words = (key: string, values?: Values) => string;

const folder = join(import.meta.dirname, "..", "..", "messages");
const made = new Map<Locale, Words>();

/** The words of a language as the product shows them; an unknown key fails the test that asks for it. */
export function wordsOf(locale: Locale): Words {
  const known = made.get(locale);
  if (known) return known;
  const messages = Object.fromEntries(
    readdirSync(join(folder, locale)).map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(folder, locale, file), "utf8")) as Record<string, unknown>,
    ]),
  );
  const translate = createTranslator({
    locale,
    messages,
    timeZone: "Europe/Paris",
    onError: (error) => {
      throw error;
    },
  }) as unknown as Words;
  made.set(locale, translate);
  return translate;
}

/** The words of a message up to its first placeholder, for texts whose values the test does not know. */
export function startOf(text: Words, key: string, ...unknown: string[]): string {
  const mark = "\u0001";
  return (
    text(key, Object.fromEntries(unknown.map((name) => [name, mark])))
      .split(mark)[0]
      ?.trim() ?? ""
  );
}
