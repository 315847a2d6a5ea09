import { and, count, eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { disponibilites, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { intervenantsWithin } from "./store";

export type DisponibiliteRow = typeof disponibilites.$inferSelect;
export type Place = { id: number; agenceId: number; fuseau: string };

/** The person's agency and its time zone; undefined when absent or out of reach. */
export async function findPlaceOf(db: Queryable, scope: Scope, id: number): Promise<Place | undefined> {
  const rows = await db
    .select({ id: intervenants.id, agenceId: intervenants.agenceId, fuseau: agences.fuseau })
    .from(intervenants)
    .innerJoin(agences, eq(agences.id, intervenants.agenceId))
    .where(and(eq(intervenants.id, id), intervenantsWithin(scope)));
  return rows[0];
}

/** The lock that bookings of this person take too, so that nobody plans on hours that are being changed. */
export async function lockAgenda(tx: Tx, intervenantId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('intervenant:' || ${intervenantId}::text))`);
}

export async function listDisponibilites(
  db: Queryable,
  intervenantId: number,
  request: { limit: number; cursor?: string; count?: boolean },
): Promise<Page<DisponibiliteRow>> {
  const filter = eq(disponibilites.intervenantId, intervenantId);
  const ordering = {
    columns: [disponibilites.jour, disponibilites.heureDebut, disponibilites.id],
    direction: "asc" as const,
  };
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select()
          .from(disponibilites)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => [row.jour, row.heureDebut, row.id],
    ),
    request.count ? db.select({ n: count() }).from(disponibilites).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function replaceDisponibilites(
  tx: Tx,
  intervenantId: number,
  list: readonly (typeof disponibilites.$inferInsert)[],
): Promise<void> {
  await tx.delete(disponibilites).where(eq(disponibilites.intervenantId, intervenantId));
  if (list.length > 0) await tx.insert(disponibilites).values([...list]);
}
