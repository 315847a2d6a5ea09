import { type Prints, printsOf, type Searchable } from "../vault/search";

const replacements: [RegExp, string][] = [
  [/[ɛεԑ]/g, "e"],
  [/[ɣγ]/g, "gh"],
  [/œ/g, "oe"],
  [/æ/g, "ae"],
];

/** Text as the search box compares it; the same rule as the application's, for the letters that occur here. */
export function fold(text: string): string {
  let folded = text.normalize("NFC").toLowerCase();
  for (const [pattern, replacement] of replacements) folded = folded.replace(pattern, replacement);
  return folded
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}@.+]+/gu, " ")
    .trim();
}

/** What the search box looks into. */
export const personPrints = (table: string, person: Searchable, words?: readonly string[]): Prints =>
  printsOf(table, fold, person, words);
