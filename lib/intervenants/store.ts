import { and, asc, count, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { competences, intervenants, secteurs } from "@/db/schema/intervenants";
import { utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { paginateByName } from "@/lib/foundation/name-page";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type IntervenantRow = Plain<typeof intervenants>;
export type IntervenantFileRow = IntervenantRow & { competences: string[]; secteurs: string[] };

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  agence_id?: number;
  competence?: string;
  code_postal?: string;
  actif?: boolean;
};

/** Written with its table: inside a selected expression the builder would say "id" alone, which is another's. */
const ownId = sql`${intervenants}.${sql.identifier("id")}`;

/** Skills by activity code and postal codes, gathered per person in the same round trip. */
const lists = {
  competences: sql<string[]>`coalesce((select array_agg(${activites.code} order by ${activites.id})
    from ${competences} inner join ${activites} on ${activites.id} = ${competences.activiteId}
    where ${competences.intervenantId} = ${ownId}), '{}')`,
  secteurs: sql<string[]>`coalesce((select array_agg(${secteurs.codePostal} order by ${secteurs.codePostal})
    from ${secteurs} where ${secteurs.intervenantId} = ${ownId}), '{}')`,
};

const orderings = {
  id: [intervenants.id],
} as const;

export const intervenantsWithin = (scope: Scope): SQL | undefined =>
  within(scope, { agence: intervenants.agenceId, intervenant: intervenants.id });

export async function listIntervenants(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<IntervenantFileRow>> {
  const filter = and(
    intervenantsWithin(scope),
    request.agence_id ? eq(intervenants.agenceId, request.agence_id) : undefined,
    request.actif === undefined ? undefined : eq(intervenants.actif, request.actif),
    request.competence ? skilledIn(db, request.competence) : undefined,
    request.code_postal ? serving(request.code_postal) : undefined,
    matchingPerson("intervenants", intervenants.recherche, request.q),
  );
  if (request.ordering && request.ordering.replace(/^-/, "") !== "nom") return byColumn(db, filter, request);
  const { total, ...page } = await paginateByName(
    request,
    () => opened(db, db.select(names).from(intervenants).where(filter)),
    async (ids) => (await opened(db, selectRows(db, inArray(intervenants.id, [...ids])))).map(flat),
  );
  return request.count ? { ...page, count: total } : page;
}

const names = {
  id: intervenants.id,
  nom: toOpen(intervenants.nom),
  prenom: toOpen(intervenants.prenom),
};

async function byColumn(db: Queryable, filter: SQL | undefined, request: ListRequest) {
  const ordering = orderingOf(request.ordering, orderings, "id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        opened(
          db,
          selectRows(db, and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      ({ row }) => [row.id],
    ),
    request.count ? db.select({ n: count() }).from(intervenants).where(filter) : undefined,
  ]);
  const results = page.results.map(flat);
  return total ? { ...page, results, count: total[0]?.n ?? 0 } : { ...page, results };
}

function selectRows(db: Queryable, where: SQL | undefined) {
  return db
    .select({ row: columnsOf(intervenants), ...lists })
    .from(intervenants)
    .where(where)
    .$dynamic();
}

const flat = ({
  row,
  ...rest
}: { row: IntervenantRow } & Omit<IntervenantFileRow, keyof IntervenantRow>) => ({
  ...row,
  ...rest,
});

function skilledIn(db: Queryable, code: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(competences)
      .innerJoin(activites, eq(activites.id, competences.activiteId))
      .where(and(eq(competences.intervenantId, intervenants.id), eq(activites.code, code))),
  );
}

/** Those who list the postal code, and those without any: they serve the whole agency. */
const serving = (postalCode: string): SQL => sql`(
  not exists (select 1 from ${secteurs} where ${secteurs.intervenantId} = ${intervenants.id})
  or exists (select 1 from ${secteurs} where ${secteurs.intervenantId} = ${intervenants.id}
    and ${secteurs.codePostal} = ${postalCode}))`;

export async function findIntervenant(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<IntervenantFileRow | undefined> {
  const rows = await opened(
    db,
    db
      .select({ row: columnsOf(intervenants), ...lists })
      .from(intervenants)
      .where(and(eq(intervenants.id, id), intervenantsWithin(scope))),
  );
  const found = rows[0];
  return found && { ...found.row, competences: found.competences, secteurs: found.secteurs };
}

/** Locks the row until the transaction ends; undefined when absent or out of reach. */
export async function lockIntervenant(tx: Tx, scope: Scope, id: number): Promise<IntervenantRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(intervenants))
      .from(intervenants)
      .where(and(eq(intervenants.id, id), intervenantsWithin(scope)))
      .for("update"),
  );
  return rows[0];
}

/** The number that the next person will carry, so that a registration number can be made of it. */
export async function nextIntervenantId(tx: Tx): Promise<number> {
  const rows = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('intervenants', 'id')) as id`,
  );
  return Number(rows[0]?.id);
}

export async function insertIntervenant(tx: Tx, values: PlainInsert<typeof intervenants>): Promise<void> {
  await tx.insert(intervenants).values(await sealRows(tx, intervenants, [values]));
}

export async function updateIntervenantRow(
  tx: Tx,
  id: number,
  values: Partial<IntervenantRow>,
  now: Date,
): Promise<void> {
  const sealed = await sealChanges(tx, intervenants, { id }, values);
  await tx
    .update(intervenants)
    .set({ ...sealed, version: sql`${intervenants.version} + 1`, modifieLe: now })
    .where(eq(intervenants.id, id));
}

export async function findActivitesByCode(
  db: Queryable,
  codes: readonly string[],
): Promise<{ id: number; code: string }[]> {
  if (codes.length === 0) return [];
  return db
    .select({ id: activites.id, code: activites.code })
    .from(activites)
    .where(inArray(activites.code, [...codes]));
}

export async function listActiveCodes(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ code: activites.code })
    .from(activites)
    .where(eq(activites.actif, true))
    .orderBy(asc(activites.id));
  return rows.map(({ code }) => code);
}

export async function replaceCompetences(tx: Tx, id: number, activiteIds: readonly number[]): Promise<void> {
  await tx.delete(competences).where(eq(competences.intervenantId, id));
  if (activiteIds.length > 0)
    await tx.insert(competences).values(activiteIds.map((activiteId) => ({ activiteId, intervenantId: id })));
}

export async function replaceSecteurs(tx: Tx, id: number, codes: readonly string[]): Promise<void> {
  await tx.delete(secteurs).where(eq(secteurs.intervenantId, id));
  if (codes.length > 0)
    await tx.insert(secteurs).values(codes.map((codePostal) => ({ codePostal, intervenantId: id })));
}

/** An account as far as linking it goes: its role, the agencies it belongs to, the file that has it already. */
export async function findLinkable(
  db: Queryable,
  id: number,
): Promise<{ role: string; agenceIds: number[]; intervenantId: number | null } | undefined> {
  const rows = await db
    .select({
      role: utilisateurs.role,
      intervenantId: intervenants.id,
      agenceIds: sql<number[]>`coalesce((select json_agg(ua.agence_id) from ${utilisateurAgences} ua
        where ua.utilisateur_id = ${utilisateurs.id}), '[]'::json)`,
    })
    .from(utilisateurs)
    .leftJoin(intervenants, eq(intervenants.utilisateurId, utilisateurs.id))
    .where(eq(utilisateurs.id, id));
  return rows[0];
}
