import { type SQLWrapper, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { finalitesConsentement } from "@/db/states";

export type FinaliteConsentement = (typeof finalitesConsentement)[number];

/** Whether the last thing that a client said about a purpose is no; `client` is their number or its column. */
export const withdrawn = (finalite: FinaliteConsentement, client: SQLWrapper | number) =>
  sql<boolean>`coalesce((
    select not k.accord from consentements k where k.client_id = ${client} and k.finalite = ${finalite}
    order by k.le desc, k.id desc limit 1), false)`;

export async function hasWithdrawn(
  db: Queryable,
  finalite: FinaliteConsentement,
  clientId: number,
): Promise<boolean> {
  const rows = await db.execute<{ no: boolean }>(sql`select ${withdrawn(finalite, clientId)} as no`);
  return rows[0]?.no === true;
}
