import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { demandesRgpd } from "@/db/schema/rgpd";

/** Whether a client's file is restricted now (GDPR art. 18): the request was accepted, and is not closed yet. */
export async function isRestricted(db: Queryable, clientId: number): Promise<boolean> {
  const rows = await db
    .select({ id: demandesRgpd.id })
    .from(demandesRgpd)
    .where(
      and(
        eq(demandesRgpd.clientId, clientId),
        eq(demandesRgpd.type, "limitation"),
        eq(demandesRgpd.statut, "acceptee"),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
