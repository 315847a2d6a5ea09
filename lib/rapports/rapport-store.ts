import { and, arrayContains, eq, getTableColumns, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences, utilisateurs } from "@/db/schema/organisation";
import { rapports } from "@/db/schema/rapports";
import { opened, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type RapportRow = typeof rapports.$inferSelect & {
  auteur: { id: number; prenom: string; nom: string } | null;
};

/** Readable only by whoever reaches every agency inside. */
function rapportsWithin(scope: Scope): SQL | undefined {
  if (scope.reach === "all") return undefined;
  if (scope.reach !== "agence" || scope.agenceIds.length === 0) return sql`false`;
  const mine = sql.join(
    scope.agenceIds.map((id) => sql`${id}::integer`),
    sql`, `,
  );
  return sql`${rapports.agenceIds} <@ array[${mine}]`;
}

/** Agencies within reach, or the one asked for; ids in order. */
export async function selectAgences(db: Queryable, scope: Scope, agenceId?: number): Promise<number[]> {
  const rows = await db
    .select({ id: agences.id })
    .from(agences)
    .where(and(within(scope, { agence: agences.id }), agenceId ? eq(agences.id, agenceId) : undefined))
    .orderBy(agences.id)
    .limit(1000);
  return rows.map(({ id }) => id);
}

export async function insertRapport(tx: Tx, values: typeof rapports.$inferInsert): Promise<number> {
  const rows = await tx.insert(rapports).values(values).returning({ id: rapports.id });
  return (rows[0] as { id: number }).id;
}

const auteur = { id: utilisateurs.id, prenom: toOpen(utilisateurs.prenom), nom: toOpen(utilisateurs.nom) };

/** Undefined when absent, out of reach or past its year. */
export async function findRapport(
  db: Queryable,
  scope: Scope,
  now: Date,
  id: number,
): Promise<RapportRow | undefined> {
  const query = db
    .select({ rapport: rapports, auteur })
    .from(rapports)
    .leftJoin(utilisateurs, eq(utilisateurs.id, rapports.demandePar));
  const mine = and(eq(rapports.id, id), gt(rapports.expireLe, now), rapportsWithin(scope));
  const rows = await opened(db, query.where(mine));
  const row = rows[0];
  return row && { ...row.rapport, auteur: row.auteur };
}

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  type?: RapportRow["type"];
  agence_id?: number;
};

const orderings = { id: [rapports.id] } as const;

export type RapportListRow = Omit<RapportRow, "contenu">;

export async function listRapports(
  db: Queryable,
  scope: Scope,
  now: Date,
  request: ListRequest,
): Promise<Page<RapportListRow>> {
  const filter = and(
    rapportsWithin(scope),
    gt(rapports.expireLe, now),
    request.type ? eq(rapports.type, request.type) : undefined,
    request.agence_id ? arrayContains(rapports.agenceIds, [request.agence_id]) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const { contenu: _contenu, ...columns } = getTableColumns(rapports);
  const page = await paginate(
    request,
    ordering,
    (part) =>
      opened(
        db,
        db
          .select({ rapport: columns, auteur })
          .from(rapports)
          .leftJoin(utilisateurs, eq(utilisateurs.id, rapports.demandePar))
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ),
    ({ rapport }) => [rapport.id],
  );
  const results = page.results.map(({ rapport, auteur: who }) => ({ ...rapport, auteur: who }));
  return request.count
    ? { ...page, results, count: await db.$count(rapports, filter) }
    : { ...page, results };
}

const PURGED_AT_ONCE = 500;

/** Deletes reports past their year, a bounded number at a time; how many. */
export async function deleteExpired(tx: Tx, now: Date): Promise<number> {
  const expired = tx
    .select({ id: rapports.id })
    .from(rapports)
    .where(lte(rapports.expireLe, now))
    .limit(PURGED_AT_ONCE);
  const rows = await tx.delete(rapports).where(inArray(rapports.id, expired)).returning({ id: rapports.id });
  return rows.length;
}
