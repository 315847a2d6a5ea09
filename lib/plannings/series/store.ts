import { and, asc, count, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { series } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { etatsSerie } from "./schemas";

export type SerieRow = Plain<typeof series>;
export type NewSerie = PlainInsert<typeof series>;
export type SerieFile = Awaited<ReturnType<typeof selectFiles>>[number];

/** Series with all that their shape says. */
function selectFiles(db: Queryable, where: SQL | undefined, orderBy: SQL[], limit: number) {
  return opened(
    db,
    db
      .select({
        serie: columnsOf(series),
        client: { id: clients.id, prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        intervenant: {
          id: intervenants.id,
          prenom: toOpen(intervenants.prenom),
          nom: toOpen(intervenants.nom),
        },
        activite: { code: activites.code, libelles: activites.libelles },
        lieu: { pays: adresses.pays, codePostal: adresses.codePostal },
        fuseau: agences.fuseau,
      })
      .from(series)
      .innerJoin(clients, eq(clients.id, series.clientId))
      .innerJoin(adresses, eq(adresses.id, series.adresseId))
      .innerJoin(activites, eq(activites.id, series.activiteId))
      .innerJoin(agences, eq(agences.id, series.agenceId))
      .leftJoin(intervenants, eq(intervenants.id, series.intervenantId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  );
}

const seriesWithin = (scope: Scope) =>
  within(scope, { agence: series.agenceId, client: series.clientId, intervenant: series.intervenantId });

export async function findSerie(db: Queryable, scope: Scope, id: number): Promise<SerieFile | undefined> {
  const [file] = await selectFiles(db, and(eq(series.id, id), seriesWithin(scope)), [], 1);
  return file;
}

export type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  client_id?: number;
  intervenant_id?: number;
  agence_id?: number;
  statut?: (typeof etatsSerie)[number];
};

export async function listSeries(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
  now: Date,
): Promise<Page<SerieFile>> {
  const filter = and(seriesWithin(scope), ...filters(request, now));
  const ordering = orderingOf(request.ordering, { id: [series.id] }, "-id");
  const page = await paginate(
    request,
    ordering,
    (part) => selectFiles(db, and(filter, part.where), part.orderBy, part.limit),
    ({ serie }) => [serie.id],
  );
  if (!request.count) return page;
  const total = await db
    .select({ n: count() })
    .from(series)
    .innerJoin(clients, eq(clients.id, series.clientId))
    .innerJoin(agences, eq(agences.id, series.agenceId))
    .where(filter);
  return { ...page, count: total[0]?.n ?? 0 };
}

function filters(request: ListRequest, now: Date): (SQL | undefined)[] {
  return [
    request.client_id ? eq(series.clientId, request.client_id) : undefined,
    request.intervenant_id ? eq(series.intervenantId, request.intervenant_id) : undefined,
    request.agence_id ? eq(series.agenceId, request.agence_id) : undefined,
    request.statut ? stateIs(request.statut, now) : undefined,
    matchingPerson("clients", clients.recherche, request.q),
  ];
}

const todayThere = (now: Date) =>
  sql`(${now.toISOString()}::timestamptz at time zone ${agences.fuseau})::date`;

function stateIs(statut: (typeof etatsSerie)[number], now: Date): SQL | undefined {
  if (statut === "arretee") return sql`${series.arreteeDu} is not null`;
  const ended = sql`${series.dernierJour} < ${todayThere(now)}`;
  if (statut === "terminee") return and(isNull(series.arreteeDu), ended);
  return and(isNull(series.arreteeDu), sql`(${ended}) is not true`);
}

export async function lockSerie(tx: Tx, scope: Scope, id: number): Promise<SerieRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(series))
      .from(series)
      .where(and(eq(series.id, id), seriesWithin(scope)))
      .for("update"),
  );
  return rows[0];
}

export async function insertSerie(tx: Tx, values: NewSerie): Promise<SerieRow> {
  const sealed = await sealRows(tx, series, [values]);
  const rows = await tx.insert(series).values(sealed).returning({ id: series.id });
  return readSerie(tx, rows[0]?.id ?? 0);
}

/** Writes the series and returns it with its new version. */
export async function updateSerieRow(
  tx: Tx,
  id: number,
  values: Partial<NewSerie>,
  now: Date,
): Promise<SerieRow> {
  const sealed = await sealChanges(tx, series, { id }, values);
  await tx
    .update(series)
    .set({ ...sealed, version: sql`${series.version} + 1`, modifieLe: now })
    .where(eq(series.id, id));
  return readSerie(tx, id);
}

async function readSerie(tx: Tx, id: number): Promise<SerieRow> {
  const rows = await opened(tx, tx.select(columnsOf(series)).from(series).where(eq(series.id, id)));
  return rows[0] as SerieRow;
}

/** Series whose visits do not reach `ahead` days ahead yet though the rule does, in order of id. */
export async function selectDue(
  db: Queryable,
  { now, ahead, after, limit }: { now: Date; ahead: number; after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: series.id })
    .from(series)
    .innerJoin(agences, eq(agences.id, series.agenceId))
    .where(
      and(
        gt(series.id, after),
        or(
          isNull(series.genereeJusquau),
          sql`${series.genereeJusquau} < ${todayThere(now)} + ${ahead}::integer`,
        ),
        or(
          isNull(series.dernierJour),
          isNull(series.genereeJusquau),
          lt(series.genereeJusquau, series.dernierJour),
        ),
        or(
          isNull(series.arreteeDu),
          isNull(series.genereeJusquau),
          lt(series.genereeJusquau, series.arreteeDu),
        ),
      ),
    )
    .orderBy(asc(series.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
