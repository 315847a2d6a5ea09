import { and, asc, count, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { contratAvenants, contrats } from "@/db/schema/contrats";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { intervenantsWithin } from "../store";
import type { etatsContrat } from "./termes";

export type ContratRow = Plain<typeof contrats>;
export type AvenantRow = Plain<typeof contratAvenants>;
export type ContratFile = ContratRow & { agenceId: number; fuseau: string; avenants: AvenantRow[] };

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  intervenant_id?: number;
  agence_id?: number;
  etat?: (typeof etatsContrat)[number];
};

const orderings = { debut: [contrats.debut, contrats.id], id: [contrats.id] } as const;

const joined = (db: Queryable) =>
  db
    .select({ row: columnsOf(contrats), agenceId: intervenants.agenceId, fuseau: agences.fuseau })
    .from(contrats)
    .innerJoin(intervenants, eq(intervenants.id, contrats.intervenantId))
    .innerJoin(agences, eq(agences.id, intervenants.agenceId));

/** Contracts within reach with all that was agreed, in two statements. `jour`: today, which decides the state. */
export async function listContrats(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
  jour: string,
): Promise<Page<ContratFile>> {
  const filter = and(
    intervenantsWithin(scope),
    request.intervenant_id ? eq(contrats.intervenantId, request.intervenant_id) : undefined,
    request.agence_id ? eq(intervenants.agenceId, request.agence_id) : undefined,
    request.etat ? inState(request.etat, jour) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-debut");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        opened(
          db,
          joined(db)
            .where(and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      ({ row }) => ordering.columns.map((column) => row[column.name as "id" | "debut"]),
    ),
    request.count ? countContrats(db, filter) : undefined,
  ]);
  const results = await withAvenants(db, page.results);
  return total === undefined ? { ...page, results } : { ...page, results, count: total };
}

function inState(etat: NonNullable<ListRequest["etat"]>, jour: string): SQL | undefined {
  if (etat === "a_venir") return gt(contrats.debut, jour);
  if (etat === "termine") return lt(contrats.fin, jour);
  return and(lte(contrats.debut, jour), or(isNull(contrats.fin), gte(contrats.fin, jour)));
}

async function countContrats(db: Queryable, filter: SQL | undefined): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(contrats)
    .innerJoin(intervenants, eq(intervenants.id, contrats.intervenantId))
    .where(filter);
  return rows[0]?.n ?? 0;
}

type Head = { row: ContratRow; agenceId: number; fuseau: string };

async function withAvenants(db: Queryable, heads: readonly Head[]): Promise<ContratFile[]> {
  if (heads.length === 0) return [];
  const ids = heads.map(({ row }) => row.id);
  const rows = await opened(
    db,
    db
      .select(columnsOf(contratAvenants))
      .from(contratAvenants)
      .where(inArray(contratAvenants.contratId, ids))
      .orderBy(asc(contratAvenants.contratId), asc(contratAvenants.numero)),
  );
  const of = Map.groupBy(rows, ({ contratId }) => contratId);
  return heads.map(({ row, ...rest }) => ({ ...row, ...rest, avenants: of.get(row.id) ?? [] }));
}

export async function findContrat(db: Queryable, scope: Scope, id: number): Promise<ContratFile | undefined> {
  const heads = await opened(db, joined(db).where(and(eq(contrats.id, id), intervenantsWithin(scope))));
  return (await withAvenants(db, heads))[0];
}

/** Locks the contract's row, so that two amendments follow each other; false when absent or out of reach. */
export async function lockContrat(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx.select({ id: contrats.id }).from(contrats).where(eq(contrats.id, id)).for("update");
  return rows.length > 0;
}

export async function insertContrat(tx: Tx, values: PlainInsert<typeof contrats>): Promise<number> {
  const rows = await tx
    .insert(contrats)
    .values(await sealRows(tx, contrats, [values]))
    .returning({ id: contrats.id });
  return (rows[0] as { id: number }).id;
}

export async function insertAvenant(tx: Tx, values: PlainInsert<typeof contratAvenants>): Promise<void> {
  await tx.insert(contratAvenants).values(await sealRows(tx, contratAvenants, [values]));
}

export async function touchContrat(
  tx: Tx,
  { id, intervenantId }: ContratRow,
  values: Partial<ContratRow>,
  now: Date,
): Promise<void> {
  const sealed = await sealChanges(tx, contrats, { id, intervenantId }, values);
  await tx
    .update(contrats)
    .set({ ...sealed, version: sql`${contrats.version} + 1`, modifieLe: now })
    .where(eq(contrats.id, id));
}

/** What other parts of the product read of a person: kind and hours of a week, as they hold today. */
export async function writeCurrent(
  tx: Tx,
  intervenantId: number,
  values: { contratType: typeof intervenants.$inferInsert.contratType; contratMinutesSemaine: number },
): Promise<void> {
  await tx
    .update(intervenants)
    .set({ ...values, version: sql`${intervenants.version} + 1` })
    .where(eq(intervenants.id, intervenantId));
}

/** Hours of people's files, and the terms of contracts in force on a day; nothing that is sealed. */
export async function selectTermes(db: Queryable, ids: readonly number[], jour: string) {
  const who = [...ids];
  const { numero, du, au, convention, mode, minutesSemaine, minutesAnnee } = contratAvenants;
  const [people, avenants] = await Promise.all([
    db
      .select({ id: intervenants.id, minutes: intervenants.contratMinutesSemaine })
      .from(intervenants)
      .where(inArray(intervenants.id, who)),
    db
      .select({
        intervenantId: contrats.intervenantId,
        debut: contrats.debut,
        ...{ numero, du, au, convention, mode, minutesSemaine, minutesAnnee },
      })
      .from(contrats)
      .innerJoin(contratAvenants, eq(contratAvenants.contratId, contrats.id))
      .where(and(inArray(contrats.intervenantId, who), inState("en_cours", jour))),
  ]);
  return { people, avenants };
}
