import { and, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { courriels } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { equalityPrint } from "@/db/vault/search";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type CourrielRow = Plain<typeof courriels>;

/** The new row's id, or undefined when a message with the same `cle` exists. */
export async function insertCourriel(
  tx: Queryable,
  values: PlainInsert<typeof courriels>,
): Promise<number | undefined> {
  const destinataireEmpreinte = equalityPrint("courriels", values.destinataire);
  const rows = await tx
    .insert(courriels)
    .values(await sealRows(tx, courriels, [{ ...values, destinataireEmpreinte }]))
    .onConflictDoNothing({ target: courriels.cle })
    .returning({ id: courriels.id });
  return rows[0]?.id;
}

export async function findCourriel(db: Queryable, id: number): Promise<CourrielRow | undefined> {
  const rows = await opened(db, db.select(columnsOf(courriels)).from(courriels).where(eq(courriels.id, id)));
  return rows[0];
}

/** Changes a message that still waits; false when it no longer does. */
export async function settleCourriel(
  db: Queryable,
  id: number,
  values: Partial<PlainInsert<typeof courriels>>,
): Promise<boolean> {
  const rows = await db
    .update(courriels)
    .set(await sealChanges(db, courriels, { id }, values))
    .where(and(eq(courriels.id, id), eq(courriels.statut, "en_attente")))
    .returning({ id: courriels.id });
  return rows.length > 0;
}

/** Notes a failed attempt; the last one gives up. */
export async function failCourriel(db: Queryable, id: number, erreur: string, max: number): Promise<void> {
  await db
    .update(courriels)
    .set({
      tentatives: sql`${courriels.tentatives} + 1`,
      erreur,
      statut: sql`case when ${courriels.tentatives} + 1 >= ${max}::integer then 'echoue' else ${courriels.statut} end`,
    })
    .where(and(eq(courriels.id, id), eq(courriels.statut, "en_attente")));
}

/** Messages that were given up wait again, with all their attempts before them. */
export async function reopenCourriels(tx: Queryable, ids: number[]): Promise<void> {
  await tx
    .update(courriels)
    .set({ statut: "en_attente", tentatives: 0, erreur: null })
    .where(and(inArray(courriels.id, ids), eq(courriels.statut, "echoue")));
}

/** Deletes what was written before `before`, unless it still waits to leave. */
export async function deleteCourriels(db: Queryable, before: Date): Promise<number> {
  const rows = await db
    .delete(courriels)
    .where(and(lt(courriels.creeLe, before), ne(courriels.statut, "en_attente")))
    .returning({ id: courriels.id });
  return rows.length;
}

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  statut?: CourrielRow["statut"];
  gabarit?: string;
};

const orderings = { id: [courriels.id] } as const;

export async function listCourriels(db: Queryable, request: ListRequest): Promise<Page<CourrielRow>> {
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const filter: SQL | undefined = and(
    request.statut ? eq(courriels.statut, request.statut) : undefined,
    request.gabarit ? inArray(courriels.gabarit, [request.gabarit]) : undefined,
  );
  return paginate(
    request,
    ordering,
    (part) =>
      opened(
        db,
        db
          .select(columnsOf(courriels))
          .from(courriels)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ),
    (row) => [row.id],
  );
}
