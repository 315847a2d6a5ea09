import { and, asc, count, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites, avantagesFiscaux, tarifs } from "@/db/schema/activites";
import { agences } from "@/db/schema/organisation";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { fold } from "@/lib/i18n/text";
import type { ActiviteRow } from "./tarif-store";

export type AvantageRow = typeof avantagesFiscaux.$inferSelect;
/** A price in force on a day, with its agency and that country's tax benefit, if any. */
export type PrixRow = {
  tarif: typeof tarifs.$inferSelect;
  agence: { id: number; nom: string; pays: AvantageRow["pays"]; devise: string };
  avantage: AvantageRow | null;
};
type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  agence_id?: number;
  famille?: ActiviteRow["famille"];
  date?: string;
  q?: string;
};

const orderings = { id: [activites.id], code: [activites.code] } as const;

/** Activities in legal order; with an agency, those that it sells on the day. */
export async function listActivites(
  db: Queryable,
  now: Date,
  request: ListRequest,
  withInactive: boolean,
): Promise<Page<ActiviteRow>> {
  const filter = and(
    withInactive ? undefined : eq(activites.actif, true),
    request.famille ? eq(activites.famille, request.famille) : undefined,
    request.agence_id ? soldIn(db, request.agence_id, now, request.date) : undefined,
    ...matching(request.q),
  );
  const ordering = orderingOf(request.ordering, orderings, "id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select()
          .from(activites)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => ordering.columns.map((column) => row[column.name as "id" | "code"]),
    ),
    request.count ? db.select({ n: count() }).from(activites).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

/** Words looked for in the four everyday labels; the catalogue is short, so no index is needed. */
function matching(q: string | undefined): SQL[] {
  const words = fold(q ?? "")
    .replace(/[%_\\]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6);
  const text = sql`translate(lower(${activites.libelles}::text), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')`;
  return words.map((word) => sql`${text} like ${`%${word}%`}`);
}

const onDay = (now: Date, day: string | undefined): SQL =>
  day ? sql`${day}::date` : sql`(${now.toISOString()}::timestamptz at time zone ${agences.fuseau})::date`;

function soldIn(db: Queryable, agenceId: number, now: Date, day: string | undefined): SQL {
  const sold = db
    .select({ id: tarifs.activiteId })
    .from(tarifs)
    .innerJoin(agences, eq(agences.id, tarifs.agenceId))
    .where(and(eq(agences.id, agenceId), eq(agences.actif, true), inForce(onDay(now, day))));
  return inArray(activites.id, sold);
}

const inForce = (day: SQL) => and(lte(tarifs.du, day), or(isNull(tarifs.au), gte(tarifs.au, day)));

/** Prices of several activities in force on a day in open agencies, with the tax benefit of each country. */
export async function findPrix(
  db: Queryable,
  now: Date,
  where: { activiteIds: readonly number[]; agenceId?: number; date?: string },
): Promise<PrixRow[]> {
  if (where.activiteIds.length === 0) return [];
  const day = onDay(now, where.date);
  return db
    .select({
      tarif: tarifs,
      agence: { id: agences.id, nom: agences.nom, pays: agences.pays, devise: agences.devise },
      avantage: avantagesFiscaux,
    })
    .from(tarifs)
    .innerJoin(agences, and(eq(agences.id, tarifs.agenceId), eq(agences.actif, true)))
    .leftJoin(
      avantagesFiscaux,
      and(
        eq(avantagesFiscaux.pays, agences.pays),
        lte(avantagesFiscaux.du, day),
        or(isNull(avantagesFiscaux.au), gte(avantagesFiscaux.au, day)),
      ),
    )
    .where(
      and(
        inArray(tarifs.activiteId, [...where.activiteIds]),
        where.agenceId ? eq(tarifs.agenceId, where.agenceId) : undefined,
        inForce(day),
      ),
    )
    .orderBy(asc(agences.nom));
}

/** By id, or by code when the text is no number. */
export async function findActivite(db: Queryable, key: number | string): Promise<ActiviteRow | undefined> {
  const byNumber = /^\d{1,9}$/.test(String(key));
  const rows = await db
    .select()
    .from(activites)
    .where(byNumber ? eq(activites.id, Number(key)) : eq(activites.code, String(key)));
  return rows[0];
}

export async function lockActivite(tx: Tx, id: number): Promise<ActiviteRow | undefined> {
  const rows = await tx.select().from(activites).where(eq(activites.id, id)).for("update");
  return rows[0];
}

export async function insertActivite(tx: Tx, values: typeof activites.$inferInsert): Promise<number> {
  const rows = await tx.insert(activites).values(values).returning({ id: activites.id });
  return (rows[0] as { id: number }).id;
}

export async function updateActiviteRow(
  tx: Tx,
  id: number,
  values: Partial<ActiviteRow>,
  now: Date,
): Promise<void> {
  await tx
    .update(activites)
    .set({ ...values, version: sql`${activites.version} + 1`, modifieLe: now })
    .where(eq(activites.id, id));
}
