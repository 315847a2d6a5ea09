import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences, parametres } from "@/db/schema/organisation";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { Horaire } from "./schemas-agence";

export type AgenceRow = typeof agences.$inferSelect;
export type AgenceWithHours = AgenceRow & { horaires: Horaire[] };

type ListRequest = { limit: number; cursor?: string; ordering?: string; count?: boolean; pays?: string };

const HOURS_KEY = "horaires";
const orderings = { nom: [agences.nom, agences.id], id: [agences.id] } as const;

/** Agencies by name; closed ones only when `withClosed`. */
export async function listAgences(
  db: Queryable,
  request: ListRequest,
  withClosed: boolean,
): Promise<Page<AgenceWithHours>> {
  const filter = and(
    withClosed ? undefined : eq(agences.actif, true),
    request.pays ? eq(agences.pays, request.pays as AgenceRow["pays"]) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "nom");
  const page = await paginate(
    request,
    ordering,
    (part) =>
      db
        .select()
        .from(agences)
        .where(and(filter, part.where))
        .orderBy(...part.orderBy)
        .limit(part.limit),
    (row) => ordering.columns.map((column) => row[column.name as "id" | "nom"]),
  );
  const [results, total] = await Promise.all([
    withHours(db, page.results),
    request.count ? countAgences(db, filter) : undefined,
  ]);
  return total === undefined ? { ...page, results } : { ...page, results, count: total };
}

async function countAgences(db: Queryable, filter: SQL | undefined): Promise<number> {
  const rows = await db.select({ n: count() }).from(agences).where(filter);
  return rows[0]?.n ?? 0;
}

export async function findAgenceById(db: Queryable, id: number): Promise<AgenceWithHours | undefined> {
  const rows = await db.select().from(agences).where(eq(agences.id, id));
  return (await withHours(db, rows))[0];
}

export async function selectAllAgences(db: Queryable): Promise<AgenceRow[]> {
  return db.select().from(agences).orderBy(agences.id);
}

/** Locks the agency's row until the transaction ends. */
export async function lockAgence(tx: Tx, id: number): Promise<AgenceRow | undefined> {
  const rows = await tx.select().from(agences).where(eq(agences.id, id)).for("update");
  return rows[0];
}

async function withHours(db: Queryable, rows: AgenceRow[]): Promise<AgenceWithHours[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const settings = await db
    .select({ agenceId: parametres.agenceId, valeur: parametres.valeur })
    .from(parametres)
    .where(and(eq(parametres.cle, HOURS_KEY), inArray(parametres.agenceId, ids)));
  const byAgence = new Map(settings.map((one) => [one.agenceId, one.valeur as Horaire[]]));
  return rows.map((row) => ({ ...row, horaires: byAgence.get(row.id) ?? [] }));
}

export async function insertAgence(tx: Tx, values: typeof agences.$inferInsert): Promise<number> {
  const rows = await tx.insert(agences).values(values).returning({ id: agences.id });
  return (rows[0] as { id: number }).id;
}

export async function updateAgenceRow(
  tx: Tx,
  id: number,
  values: Partial<AgenceRow>,
  now: Date,
): Promise<void> {
  await tx
    .update(agences)
    .set({ ...values, version: sql`${agences.version} + 1`, modifieLe: now })
    .where(eq(agences.id, id));
}

/** Opening hours are a setting of the agency. */
export async function replaceHours(tx: Tx, agenceId: number, list: Horaire[], now: Date): Promise<void> {
  await tx.delete(parametres).where(and(eq(parametres.agenceId, agenceId), eq(parametres.cle, HOURS_KEY)));
  await tx.insert(parametres).values({ agenceId, cle: HOURS_KEY, valeur: list, modifieLe: now });
}

/** The agency asked for, or the first within reach. */
export async function selectWithin(db: Queryable, scope: Scope, id?: number) {
  const rows = await db
    .select({ id: agences.id, nom: agences.nom, fuseau: agences.fuseau })
    .from(agences)
    .where(and(within(scope, { agence: agences.id }), id === undefined ? undefined : eq(agences.id, id)))
    .orderBy(asc(agences.id))
    .limit(1);
  return rows[0];
}
