import { createHmac } from "node:crypto";

/*
 * The search box finds people whose names stand sealed: beside them stand fingerprints (HMAC under a key outside the
 * database) of the beginnings of each name, of the e-mail and of the phone's digits, and of the whole of the latter two.
 * What a copy of the database gives away is said in docs/security/encryption.md: which rows share a beginning, not which
 * letters it has.
 */
const LEAST = 3;
const LEAST_DIGITS = 6;
const MOST = 12;
/** Each fingerprint as 8 bytes, base64url. */
const BYTES = 8;

export type Searchable = { nom: string; prenom: string; email?: string; telephone?: string };
export type Prints = { recherche: string[]; emailEmpreinte: string | null };

/**
 * The fingerprints of a person for the columns that are searched, `words` besides their own. `table` keeps lists
 * apart; `fold` makes what is typed and what is written alike.
 */
export function printsOf(
  table: string,
  fold: (text: string) => string,
  person: Searchable,
  words: readonly string[] = [],
): Prints {
  const named = fold([person.prenom, person.nom, ...words].join(" "))
    .split(" ")
    .filter(Boolean);
  const email = fold(person.email ?? "");
  const numbers = phones(person.telephone ?? "");
  const texts = new Set([
    ...[...named, email].filter(Boolean).flatMap((word) => beginnings(word, LEAST)),
    ...numbers.flatMap((digits) => beginnings(digits, LEAST_DIGITS)),
    ...[email, ...numbers].filter(Boolean),
  ]);
  const recherche = [...texts].map((text) => print(table, text)).sort();
  return { recherche, emailEmpreinte: person.email ? equalityPrint(table, person.email) : null };
}

/** The fingerprint each of whose words must be there; a word too long is asked for by its beginning. */
export const askedPrints = (table: string, terms: readonly string[]): string[] =>
  terms.map((term) => print(table, /[@\d]/.test(term) ? term : [...term].slice(0, MOST).join("")));

/** "martin": mar, mart, marti, martin. A shorter word as it is. */
function beginnings(word: string, least: number): string[] {
  const letters = [...word].slice(0, MOST);
  if (letters.length <= least) return [letters.join("")];
  return letters.slice(least - 1).map((_, index) => letters.slice(0, least + index).join(""));
}

/** As typed abroad and at home: 33612345678 and 0612345678. */
function phones(telephone: string): string[] {
  const digits = telephone.replace(/\D/g, "");
  if (!digits) return [];
  return /^(33|213|212)/.test(digits) ? [digits, `0${digits.replace(/^(33|213|212)/, "")}`] : [digits];
}

/** Equal exactly when the texts are: for the address that opens an account. 16 bytes. */
export const equalityPrint = (what: string, text: string): string => print(what, text, 16);

function print(what: string, text: string, bytes = BYTES): string {
  return createHmac("sha256", indexKey())
    .update(`${what}:${text}`)
    .digest()
    .subarray(0, bytes)
    .toString("base64url");
}

let key: Buffer | undefined;

function indexKey(): Buffer {
  key ??= Buffer.from(process.env.DIHYA_INDEX_KEY ?? "", "base64url");
  if (key.length !== 32) throw new Error("DIHYA_INDEX_KEY must be 32 bytes, base64url");
  return key;
}
