import { and, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { clients } from "@/db/schema/clients";
import { searchTerms } from "@/lib/clients/client";

/** Documents whose number holds what was typed, or whose client is found by every word of it. */
export function numeroOrClient(numero: AnyPgColumn, q: string): SQL | undefined {
  const typed = q
    .trim()
    .toLowerCase()
    .replace(/[%_\\]/g, " ");
  const terms = searchTerms(q);
  return or(
    sql`lower(${numero}) like ${`%${typed}%`}`,
    terms.length > 0 ? and(...terms.map((term) => sql`${clients.recherche} like ${`%${term}%`}`)) : undefined,
  );
}
