import { or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { clients } from "@/db/schema/clients";
import { matchingPerson } from "@/lib/foundation/person-search";

/** Documents whose number holds what was typed, or whose client is found by every word of it. */
export function numeroOrClient(numero: AnyPgColumn, q: string): SQL | undefined {
  const typed = q
    .trim()
    .toLowerCase()
    .replace(/[%_\\]/g, " ");
  return or(sql`lower(${numero}) like ${`%${typed}%`}`, matchingPerson("clients", clients.recherche, q));
}
