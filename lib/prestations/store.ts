import { and, count, eq, gt, gte, inArray, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites, avantagesFiscaux } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { pointages, prestations, reservations } from "@/db/schema/prestations";
import { statement } from "@/db/statement";
import { columnsOf, type Opened, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { scopedStatement, within } from "@/lib/foundation/reach";
import type { EtatPrestation } from "./schemas";

export type PrestationRow = Plain<typeof prestations>;
export type NewPrestation = PlainInsert<typeof prestations>;
type SealedFile = Awaited<ReturnType<typeof selectFiles>>[number];
export type PrestationFile = Opened<SealedFile>;

const clocked = sql<{ type: "arrivee" | "depart"; horodatage: string }[]>`coalesce((
  select json_agg(json_build_object('type', p.type, 'horodatage', p.horodatage) order by p.horodatage, p.id)
  from ${pointages} p where p.prestation_id = ${prestations.id}), '[]'::json)`;

type LatestReservation = {
  id: number;
  statut: (typeof reservations.$inferSelect)["statut"];
  expire_le: string;
  date_precedente: string | null;
};
const latestReservation = sql<LatestReservation | null>`(
  select json_build_object('id', r.id, 'statut', r.statut, 'expire_le', r.expire_le,
    'date_precedente', r.date_precedente)
  from ${reservations} r where r.prestation_id = ${prestations.id} order by r.id desc limit 1)`;

const creditRate = sql<
  number | null
>`(select f.taux_bp from ${avantagesFiscaux} f where f.pays = ${agences.pays}
  and (${prestations.debut} at time zone ${agences.fuseau})::date between f.du and coalesce(f.au, 'infinity'))`;

/**
 * Visits with everything that their shape says, in one query. The page is cut first, from the visits' own index (joins
 * that no filter needs vanish from the plan); the rest is joined to those few rows.
 */
export function selectFiles(db: Queryable, where: SQL | undefined, orderBy: SQL[], limit: number) {
  const page = db
    .select({ id: prestations.id })
    .from(prestations)
    .leftJoin(clients, eq(clients.id, prestations.clientId))
    .leftJoin(agences, eq(agences.id, prestations.agenceId))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
  return db
    .select({
      prestation: columnsOf(prestations),
      client: {
        id: clients.id,
        prenom: toOpen(clients.prenom),
        nom: toOpen(clients.nom),
        telephone: toOpen(clients.telephone),
      },
      intervenant: {
        id: intervenants.id,
        prenom: toOpen(intervenants.prenom),
        nom: toOpen(intervenants.nom),
        telephone: toOpen(intervenants.telephone),
      },
      adresse: columnsOf(adresses),
      activite: { code: activites.code, libelles: activites.libelles },
      fuseau: agences.fuseau,
      preavisHeures: agences.preavisAnnulationHeures,
      pointages: clocked,
      reservation: latestReservation,
      tauxCreditBp: creditRate,
    })
    .from(page)
    .innerJoin(prestations, eq(prestations.id, page.id))
    .innerJoin(clients, eq(clients.id, prestations.clientId))
    .innerJoin(adresses, eq(adresses.id, prestations.adresseId))
    .innerJoin(activites, eq(activites.id, prestations.activiteId))
    .innerJoin(agences, eq(agences.id, prestations.agenceId))
    .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
    .orderBy(...orderBy);
}

/** Visits that a call may touch. */
export const prestationsWithin = (scope: Scope) =>
  within(scope, {
    agence: prestations.agenceId,
    client: prestations.clientId,
    intervenant: prestations.intervenantId,
  });

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  client_id?: number;
  intervenant_id?: number;
  agence_id?: number;
  serie_id?: number;
  activiteId?: number;
  statut?: EtatPrestation[];
  date_min?: string;
  date_max?: string;
  fin_max?: string;
  moment?: "a_venir" | "passees";
  now: Date;
  sans_intervenant?: boolean;
};

const orderings = {
  date: [prestations.debut, prestations.id],
  id: [prestations.id],
  cree_le: [prestations.creeLe, prestations.id],
} as const;

export async function listPrestations(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<PrestationFile>> {
  const filter = and(prestationsWithin(scope), ...filters(request));
  const ordering = orderingOf(request.ordering, orderings, "date");
  const page = await paginate(
    request,
    ordering,
    (part) => opened(db, selectFiles(db, and(filter, part.where), part.orderBy, part.limit)),
    ({ prestation }) => ordering.columns.map((column) => keyValue(prestation, column.name)),
  );
  if (!request.count) return page;
  const total = await db
    .select({ n: count() })
    .from(prestations)
    .innerJoin(clients, eq(clients.id, prestations.clientId))
    .innerJoin(agences, eq(agences.id, prestations.agenceId))
    .where(filter);
  return { ...page, count: total[0]?.n ?? 0 };
}

function keyValue(row: PrestationRow, column: string): number | Date {
  if (column === "debut") return row.debut;
  return column === "cree_le" ? row.creeLe : row.id;
}

function filters(request: ListRequest): (SQL | undefined)[] {
  return [
    request.client_id ? eq(prestations.clientId, request.client_id) : undefined,
    request.intervenant_id ? eq(prestations.intervenantId, request.intervenant_id) : undefined,
    request.agence_id ? eq(prestations.agenceId, request.agence_id) : undefined,
    request.serie_id ? eq(prestations.serieId, request.serie_id) : undefined,
    request.activiteId ? eq(prestations.activiteId, request.activiteId) : undefined,
    request.statut ? inArray(prestations.statut, request.statut) : undefined,
    request.sans_intervenant ? isNull(prestations.intervenantId) : undefined,
    ...(request.date_min ? from(request.date_min) : []),
    ...(request.date_max ? until(request.date_max) : []),
    request.fin_max ? sql`${prestations.fin} <= ${momentIn(request.fin_max)}` : undefined,
    request.moment ? during(request.moment, request.now) : undefined,
    matchingPerson("clients", clients.recherche, request.q),
  ];
}

function during(moment: "a_venir" | "passees", now: Date): SQL {
  const open = sql`(${prestations.statut} = 'en_cours' or ${prestations.statut} in ('planifiee', 'confirmee')
    and ${prestations.fin} > ${now.toISOString()}::timestamptz)`;
  return moment === "a_venir" ? open : sql`not ${open}`;
}

/** A civil day is read in each row's own zone; the wide bound beside it lets the index serve. */
function from(text: string): SQL[] {
  if (text.includes("T")) return [sql`${prestations.debut} >= ${momentIn(text)}`];
  return [
    sql`${prestations.debut} >= ${text}::timestamp at time zone ${agences.fuseau}`,
    sql`${prestations.debut} >= ${text}::date::timestamptz - interval '2 days'`,
  ];
}

function until(text: string): SQL[] {
  if (text.includes("T")) return [sql`${prestations.debut} <= ${momentIn(text)}`];
  return [
    sql`${prestations.debut} < (${text}::date + 1)::timestamp at time zone ${agences.fuseau}`,
    sql`${prestations.debut} < ${text}::date::timestamptz + interval '3 days'`,
  ];
}

const momentIn = (text: string) =>
  /(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? sql`${text}::timestamptz`
    : sql`${text}::timestamp at time zone ${agences.fuseau}`;

const fileById = scopedStatement<{ id: number }, SealedFile[]>((db, { id }, scope) =>
  selectFiles(db, and(eq(prestations.id, id), prestationsWithin(scope)), [], 1),
);

/** One visit with everything its shape says; undefined when absent or out of reach. */
export async function findPrestation(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<PrestationFile | undefined> {
  const [file] = await opened(db, fileById(db, scope, { id }));
  return file;
}

export function selectByIds(db: Queryable, ids: readonly number[]): Promise<PrestationFile[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return opened(db, selectFiles(db, inArray(prestations.id, [...ids]), [], ids.length));
}

type Who = { agenceId?: number; intervenantId?: number };
type Bounds = { after: string; debut: string; fin: string; who: number };

const between = statement<Bounds, SealedFile[], keyof Who>((db, { after, debut, fin, who }, whose) =>
  selectFiles(
    db,
    and(
      eq(prestations[whose], who),
      gte(prestations.debut, after),
      lt(prestations.debut, fin),
      gt(prestations.fin, debut),
      ne(prestations.statut, "annulee"),
    ),
    [sql`${prestations.debut}`, sql`${prestations.id}`],
    2000,
  ),
);

/** Visits that touch [debut, fin), cancelled ones left out, in order of time; 2,000 at most. */
export function selectBetween(
  db: Queryable,
  span: { debut: Date; fin: Date },
  who: Who,
): Promise<PrestationFile[]> {
  const key = who.intervenantId === undefined ? "agenceId" : "intervenantId";
  const bounds = {
    // A visit lasts a day at most, so that the index on debut bounds both ends.
    after: new Date(span.debut.getTime() - 86_400_000).toISOString(),
    debut: span.debut.toISOString(),
    fin: span.fin.toISOString(),
    who: (who.intervenantId ?? who.agenceId) as number,
  };
  return opened(db, between(db, bounds, { key, of: key }));
}

export type LockedPrestation = { prestation: PrestationRow; agence: typeof agences.$inferSelect };

/** Locks the visit's row until the transaction ends; undefined when absent or out of reach. */
export async function lockPrestation(
  tx: Tx,
  scope: Scope,
  id: number,
): Promise<LockedPrestation | undefined> {
  const rows = await opened(
    tx,
    tx
      .select({ prestation: columnsOf(prestations), agence: agences })
      .from(prestations)
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .where(and(eq(prestations.id, id), prestationsWithin(scope)))
      .for("update", { of: prestations }),
  );
  return rows[0];
}

type Row = typeof prestations.$inferInsert;
const insertion = statement<Row, { id: number }[], readonly string[]>((db, holders, columns) => {
  const values = Object.fromEntries(columns.map((name) => [name, holders[name as keyof Row]]));
  return db
    .insert(prestations)
    .values(values as unknown as Row)
    .returning({ id: prestations.id });
});

export async function insertPrestation(tx: Tx, values: NewPrestation): Promise<number> {
  const [sealed] = (await sealRows(tx, prestations, [values])) as [Row];
  const columns = Object.keys(sealed).filter((name) => sealed[name as keyof Row] !== undefined);
  const rows = await insertion(tx, sealed, { key: columns.join(), of: columns });
  return (rows[0] as { id: number }).id;
}

/** Writes the visit and returns its new version. */
export async function updatePrestationRow(
  tx: Tx,
  id: number,
  values: Partial<NewPrestation>,
  now: Date,
): Promise<number> {
  const sealed = await sealChanges(tx, prestations, { id }, values);
  const rows = await tx
    .update(prestations)
    .set({ ...sealed, version: sql`${prestations.version} + 1`, modifieLe: now })
    .where(eq(prestations.id, id))
    .returning({ version: prestations.version });
  return (rows[0] as { version: number }).version;
}
