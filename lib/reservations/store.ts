import { and, asc, count, eq, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { agences } from "@/db/schema/organisation";
import { prestations, reservations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { EtatReservation } from "./schemas";

export type ReservationRow = Plain<typeof reservations>;

const reservationsWithin = (scope: Scope) =>
  within(scope, { agence: reservations.agenceId, client: reservations.clientId });

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  client_id?: number;
  intervenant_id?: number;
  agence_id?: number;
  prestation_id?: number;
  statut?: EtatReservation[];
  date_min?: string;
  date_max?: string;
};

const orderings = {
  id: [reservations.id],
  date: [reservations.dateDemandee, reservations.id],
  expire_le: [reservations.expireLe, reservations.id],
  cree_le: [reservations.creeLe, reservations.id],
} as const;

/** Reservations within reach, newest first unless asked otherwise. */
export async function listReservations(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<ReservationRow>> {
  const filter = and(reservationsWithin(scope), ...filters(request));
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const page = await paginate(
    request,
    ordering,
    (part) =>
      opened(
        db,
        db
          .select({ reservation: columnsOf(reservations) })
          .from(reservations)
          .innerJoin(prestations, eq(prestations.id, reservations.prestationId))
          .innerJoin(clients, eq(clients.id, reservations.clientId))
          .innerJoin(agences, eq(agences.id, reservations.agenceId))
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ),
    ({ reservation }) => ordering.columns.map((column) => keyValue(reservation, column.name)),
  );
  const results = page.results.map(({ reservation }) => reservation);
  if (!request.count) return { ...page, results };
  const total = await db
    .select({ n: count() })
    .from(reservations)
    .innerJoin(prestations, eq(prestations.id, reservations.prestationId))
    .innerJoin(clients, eq(clients.id, reservations.clientId))
    .innerJoin(agences, eq(agences.id, reservations.agenceId))
    .where(filter);
  return { ...page, results, count: total[0]?.n ?? 0 };
}

function keyValue(row: ReservationRow, column: string): number | Date {
  if (column === "date_demandee") return row.dateDemandee;
  if (column === "expire_le") return row.expireLe;
  return column === "cree_le" ? row.creeLe : row.id;
}

function filters(request: ListRequest): (SQL | undefined)[] {
  return [
    request.client_id ? eq(reservations.clientId, request.client_id) : undefined,
    request.agence_id ? eq(reservations.agenceId, request.agence_id) : undefined,
    request.prestation_id ? eq(reservations.prestationId, request.prestation_id) : undefined,
    request.intervenant_id ? eq(prestations.intervenantId, request.intervenant_id) : undefined,
    request.statut ? inArray(reservations.statut, request.statut) : undefined,
    request.date_min
      ? sql`${prestations.debut} >= ${request.date_min}::timestamp at time zone ${agences.fuseau}`
      : undefined,
    request.date_max
      ? sql`${prestations.debut} < (${request.date_max}::date + 1)::timestamp at time zone ${agences.fuseau}`
      : undefined,
    matchingPerson("clients", clients.recherche, request.q),
  ];
}

/** One reservation; undefined when absent or out of reach. */
export async function findReservation(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<ReservationRow | undefined> {
  const rows = await opened(
    db,
    db
      .select(columnsOf(reservations))
      .from(reservations)
      .where(and(eq(reservations.id, id), reservationsWithin(scope))),
  );
  return rows[0];
}

/** Visits after `apres` whose waiting reservation has expired, lowest id first. */
export async function expiredPrestationIds(
  db: Queryable,
  now: Date,
  { limite, apres }: { limite: number; apres: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: reservations.prestationId })
    .from(reservations)
    .where(
      and(
        eq(reservations.statut, "demandee"),
        lte(reservations.expireLe, now),
        gt(reservations.prestationId, apres),
      ),
    )
    .orderBy(asc(reservations.prestationId))
    .limit(limite);
  return rows.map(({ id }) => id);
}
