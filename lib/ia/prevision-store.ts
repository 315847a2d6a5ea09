import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { prestations } from "@/db/schema/prestations";

export type Comptes = Awaited<ReturnType<typeof countWeeks>>;

type Asked = { agenceId: number; fuseau: string; depuis: Date; jusque: Date };

/**
 * Visits not cancelled of an agency between two instants, by activity and by the Monday of their week at the agency:
 * one row each, so never more than weeks times activities.
 */
export function countWeeks(db: Queryable, { agenceId, fuseau, depuis, jusque }: Asked) {
  const lundi = sql<string>`date_trunc('week', ${prestations.debut} at time zone ${fuseau})::date::text`;
  return db
    .select({
      code: activites.code,
      libelles: activites.libelles,
      lundi: lundi.as("lundi"),
      visites: sql<number>`count(*)::int`.as("visites"),
    })
    .from(prestations)
    .innerJoin(activites, eq(activites.id, prestations.activiteId))
    .where(
      and(
        eq(prestations.agenceId, agenceId),
        sql`${prestations.debut} >= ${depuis.toISOString()}::timestamptz`,
        sql`${prestations.debut} < ${jusque.toISOString()}::timestamptz`,
        sql`${prestations.statut} <> 'annulee'`,
      ),
    )
    .groupBy(activites.id, sql`3`)
    .orderBy(asc(activites.id), sql`3`);
}
