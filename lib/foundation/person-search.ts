import { arrayContains, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { askedPrints, equalityPrint, printsOf, type Searchable } from "@/db/vault/search";
import { fold } from "@/lib/i18n/text";

/** Lists of people, each with fingerprints of its own: nobody can tell that one stands in two of them. */
type People = "clients" | "intervenants" | "utilisateurs";

/** What the search box looks into, for a person's row; see `db/vault/search.ts`. */
export const personPrints = (table: People, person: Searchable, words?: readonly string[]) =>
  printsOf(table, fold, person, words);

/** The same for an account, which always has an e-mail. */
export const accountPrints = (person: Searchable & { email: string }) => ({
  ...personPrints("utilisateurs", person),
  emailEmpreinte: equalityPrint("utilisateurs", person.email),
});

/** The fingerprint of an e-mail in lower case; null without one. */
export const emailPrint = (table: People, email: string): string | null =>
  email ? equalityPrint(table, email) : null;

/** Words to look for, each of which must begin a name, or be a whole e-mail or phone number. */
export function searchTerms(q: string | undefined): string[] {
  if (!q) return [];
  const compact = /^[+\d\s().-]+$/.test(q) ? q.replace(/\D/g, "") : q;
  return fold(compact).split(/\s+/).filter(Boolean).slice(0, 6);
}

/** The condition on a `recherche` column; undefined when nothing is asked for. */
export function matchingPerson(table: People, column: AnyPgColumn, q: string | undefined): SQL | undefined {
  const terms = searchTerms(q);
  return terms.length > 0 ? arrayContains(column, askedPrints(table, terms)) : undefined;
}
