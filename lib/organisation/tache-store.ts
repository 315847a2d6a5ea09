import { and, count, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { tacheFichiers, taches } from "@/db/schema/suivi";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type TacheRow = typeof taches.$inferSelect;

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  etat?: TacheRow["statut"];
  type?: string;
};

const orderings = { id: [taches.id] } as const;
const reach = (scope: Scope) => within(scope, { utilisateur: taches.demandePar });

export async function listTaches(db: Queryable, scope: Scope, request: ListRequest): Promise<Page<TacheRow>> {
  const filter = and(
    reach(scope),
    request.etat ? eq(taches.statut, request.etat) : undefined,
    request.type ? eq(taches.type, request.type) : undefined,
  );
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, orderings, "-id"),
      (part) =>
        db
          .select()
          .from(taches)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => [row.id],
    ),
    request.count ? db.select({ n: count() }).from(taches).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function findTache(db: Queryable, scope: Scope, id: number): Promise<TacheRow | undefined> {
  const rows = await db
    .select()
    .from(taches)
    .where(and(eq(taches.id, id), reach(scope)));
  return rows[0];
}

export async function findTacheById(db: Queryable, id: number): Promise<TacheRow | undefined> {
  const rows = await db.select().from(taches).where(eq(taches.id, id));
  return rows[0];
}

/** Cancels work that has not ended and forgets its file; undefined when it has. */
export async function cancelTacheRow(tx: Tx, id: number, now: Date): Promise<TacheRow | undefined> {
  const rows = await tx
    .update(taches)
    .set({ statut: "annulee", termineeLe: now, modifieLe: now })
    .where(and(eq(taches.id, id), inArray(taches.statut, ["en_attente", "en_cours"])))
    .returning();
  await tx.delete(tacheFichiers).where(eq(tacheFichiers.tacheId, id));
  return rows[0];
}
