import { and, count, desc, eq, gt, gte, isNull, lt, or, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites, tarifs } from "@/db/schema/activites";
import { agences } from "@/db/schema/organisation";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type TarifRow = typeof tarifs.$inferSelect;
export type TarifListRow = TarifRow & { code: string; devise: string };

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  agence_id?: number;
  activite_id?: number;
};

const orderings = { du: [tarifs.du, tarifs.id], id: [tarifs.id] } as const;

/** Prices within reach, past, present and planned; latest first. */
export async function listTarifs(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<TarifListRow>> {
  const filter = and(
    within(scope, { agence: tarifs.agenceId }),
    request.agence_id ? eq(tarifs.agenceId, request.agence_id) : undefined,
    request.activite_id ? eq(tarifs.activiteId, request.activite_id) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-du");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select({ tarif: tarifs, code: activites.code, devise: agences.devise })
          .from(tarifs)
          .innerJoin(activites, eq(activites.id, tarifs.activiteId))
          .innerJoin(agences, eq(agences.id, tarifs.agenceId))
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ({ tarif }) => ordering.columns.map((column) => tarif[column.name as "id" | "du"]),
    ),
    request.count ? db.select({ n: count() }).from(tarifs).where(filter) : undefined,
  ]);
  const results = page.results.map(({ tarif, code, devise }) => ({ ...tarif, code, devise }));
  return total ? { ...page, results, count: total[0]?.n ?? 0 } : { ...page, results };
}

export async function findTarif(db: Queryable, id: number): Promise<TarifListRow | undefined> {
  const rows = await db
    .select({ tarif: tarifs, code: activites.code, devise: agences.devise })
    .from(tarifs)
    .innerJoin(activites, eq(activites.id, tarifs.activiteId))
    .innerJoin(agences, eq(agences.id, tarifs.agenceId))
    .where(eq(tarifs.id, id));
  const row = rows[0];
  return row && { ...row.tarif, code: row.code, devise: row.devise };
}

/** One change at a time to the prices of an activity in an agency. */
export async function lockTarifs(tx: Tx, agenceId: number, activiteId: number): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`tarif:${agenceId}:${activiteId}`}, 0))`,
  );
}

/** The agency's time zone and whether both agency and activity exist. */
export async function findPlace(
  db: Queryable,
  agenceId: number,
  activiteId: number,
): Promise<{ fuseau: string | undefined; activite: boolean }> {
  const [places, found] = await Promise.all([
    db.select({ fuseau: agences.fuseau }).from(agences).where(eq(agences.id, agenceId)),
    db.select({ id: activites.id }).from(activites).where(eq(activites.id, activiteId)),
  ]);
  return { fuseau: places[0]?.fuseau, activite: found.length > 0 };
}

type Pair = { agenceId: number; activiteId: number };
const ofPair = ({ agenceId, activiteId }: Pair) =>
  and(eq(tarifs.agenceId, agenceId), eq(tarifs.activiteId, activiteId));

/** The period that covers a day, or failing that the last one before it: its VAT and minimum are carried on. */
export async function findTarifBefore(db: Queryable, pair: Pair, day: string): Promise<TarifRow | undefined> {
  const rows = await db
    .select()
    .from(tarifs)
    .where(and(ofPair(pair), lt(tarifs.du, day)))
    .orderBy(desc(tarifs.du))
    .limit(1);
  return rows[0];
}

/** First day of the next planned period after a day. */
export async function findNextStart(db: Queryable, pair: Pair, day: string): Promise<string | undefined> {
  const rows = await db
    .select({ du: tarifs.du })
    .from(tarifs)
    .where(and(ofPair(pair), gt(tarifs.du, day)))
    .orderBy(tarifs.du)
    .limit(1);
  return rows[0]?.du;
}

/** Ends the period that would cover `day` on `lastDay`, the day before. */
export async function closeTarif(tx: Tx, pair: Pair, day: string, lastDay: string): Promise<void> {
  await tx
    .update(tarifs)
    .set({ au: lastDay })
    .where(and(ofPair(pair), lt(tarifs.du, day), or(isNull(tarifs.au), gte(tarifs.au, day))));
}

/** Takes away a planned period that starts on `day`; the caller has checked that it has not begun. */
export async function deletePlanned(tx: Tx, pair: Pair, day: string): Promise<void> {
  await tx.delete(tarifs).where(and(ofPair(pair), eq(tarifs.du, day)));
}

/** Whether a period starts on this very day. */
export async function startsOn(db: Queryable, pair: Pair, day: string): Promise<boolean> {
  const rows = await db
    .select({ id: tarifs.id })
    .from(tarifs)
    .where(and(ofPair(pair), eq(tarifs.du, day)));
  return rows.length > 0;
}

export async function insertTarif(tx: Tx, values: typeof tarifs.$inferInsert): Promise<number> {
  const rows = await tx.insert(tarifs).values(values).returning({ id: tarifs.id });
  return (rows[0] as { id: number }).id;
}
