import { and, asc, count, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites, avantagesFiscaux, tarifs } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { devis, devisLignes } from "@/db/schema/factures";
import { agences } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { numeroOrClient } from "./recherche-store";

export type DevisRow = Plain<typeof devis>;
export type DevisLigneRow = typeof devisLignes.$inferSelect & {
  code: string;
  libelles: { fr: string; en: string; ar: string; tzm: string };
  libellesLegaux: { fr: string; en: string; ar: string; tzm: string };
  plafond: number | null;
};
export type DevisListRow = { devis: DevisRow; client: { nom: string; prenom: string } };
export type DevisFileRow = DevisListRow & { lignes: DevisLigneRow[]; avantage: Avantage | undefined };
type Avantage = typeof avantagesFiscaux.$inferSelect;

const reachOf = (scope: Scope) => within(scope, { agence: devis.agenceId, client: devis.clientId });
/** A client sees a quote once it is sent. */
const visible = (scope: Scope): SQL | undefined =>
  and(reachOf(scope), scope.reach === "own" ? ne(devis.statut, "brouillon") : undefined);

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  client_id?: number;
  agence_id?: number;
  statut?: DevisRow["statut"];
  q?: string;
};

export async function listDevisRows(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<DevisListRow>> {
  const filter = and(
    visible(scope),
    request.client_id ? eq(devis.clientId, request.client_id) : undefined,
    request.agence_id ? eq(devis.agenceId, request.agence_id) : undefined,
    request.statut ? eq(devis.statut, request.statut) : undefined,
    request.q ? numeroOrClient(devis.numero, request.q) : undefined,
  );
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, { id: [devis.id] }, "-id"),
      (part) =>
        opened(
          db,
          db
            .select({
              devis: columnsOf(devis),
              client: { nom: toOpen(clients.nom), prenom: toOpen(clients.prenom) },
            })
            .from(devis)
            .innerJoin(clients, eq(clients.id, devis.clientId))
            .where(and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      (row) => [row.devis.id],
    ),
    request.count
      ? db.select({ n: count() }).from(devis).innerJoin(clients, eq(clients.id, devis.clientId)).where(filter)
      : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function findDevis(db: Queryable, scope: Scope, id: number): Promise<DevisFileRow | undefined> {
  const [rows, lignes] = await Promise.all([
    opened(
      db,
      db
        .select({
          devis: columnsOf(devis),
          client: { nom: toOpen(clients.nom), prenom: toOpen(clients.prenom) },
          avantage: avantagesFiscaux,
        })
        .from(devis)
        .innerJoin(clients, eq(clients.id, devis.clientId))
        .innerJoin(agences, eq(agences.id, devis.agenceId))
        .leftJoin(
          avantagesFiscaux,
          and(
            eq(avantagesFiscaux.pays, agences.pays),
            sql`daterange(${avantagesFiscaux.du}, ${avantagesFiscaux.au}, '[]') @> coalesce(${devis.dateEmission}, ${devis.creeLe}::date)`,
          ),
        )
        .where(and(eq(devis.id, id), visible(scope))),
    ),
    db
      .select({
        ligne: devisLignes,
        code: activites.code,
        libelles: activites.libelles,
        libellesLegaux: activites.libellesLegaux,
        plafond: activites.plafondCreditImpot,
      })
      .from(devisLignes)
      .innerJoin(activites, eq(activites.id, devisLignes.activiteId))
      .where(eq(devisLignes.devisId, id))
      .orderBy(asc(devisLignes.rang)),
  ]);
  const row = rows[0];
  if (!row) return undefined;
  const { avantage, ...rest } = row;
  return {
    ...rest,
    avantage: avantage ?? undefined,
    lignes: lignes.map(({ ligne, ...more }) => ({ ...ligne, ...more })),
  };
}

export async function lockDevis(tx: Tx, scope: Scope, id: number): Promise<DevisRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(devis))
      .from(devis)
      .where(and(eq(devis.id, id), visible(scope)))
      .for("update"),
  );
  return rows[0];
}

/** The client with the agency that quotes; undefined out of reach. */
export async function findQuoted(tx: Queryable, scope: Scope, clientId: number) {
  const rows = await opened(
    tx,
    tx
      .select({ client: columnsOf(clients), agence: agences })
      .from(clients)
      .innerJoin(agences, eq(agences.id, clients.agenceId))
      .where(and(eq(clients.id, clientId), within(scope, { agence: clients.agenceId }))),
  );
  const row = rows[0];
  if (!row) return undefined;
  const places = await opened(
    tx,
    tx
      .select(columnsOf(adresses))
      .from(adresses)
      .where(and(eq(adresses.clientId, clientId), eq(adresses.principale, true))),
  );
  return { ...row, adresse: places[0] };
}

/** Prices of an agency in force on a day, by activity. */
export async function pricesOf(
  tx: Queryable,
  agenceId: number,
  activiteIds: readonly number[],
  jour: string,
) {
  const rows = await tx
    .select()
    .from(tarifs)
    .where(
      and(
        eq(tarifs.agenceId, agenceId),
        inArray(tarifs.activiteId, [...activiteIds]),
        sql`daterange(${tarifs.du}, ${tarifs.au}, '[]') @> ${jour}::date`,
      ),
    );
  return new Map(rows.map((row) => [row.activiteId, row]));
}

export async function insertDevis(
  tx: Tx,
  values: PlainInsert<typeof devis>,
  lignes: readonly Omit<typeof devisLignes.$inferInsert, "devisId">[],
): Promise<number> {
  const rows = await tx
    .insert(devis)
    .values(await sealRows(tx, devis, [values]))
    .returning({ id: devis.id });
  const { id } = rows[0] as { id: number };
  await tx.insert(devisLignes).values(lignes.map((ligne) => ({ ...ligne, devisId: id })));
  return id;
}

export async function updateDevis(tx: Tx, id: number, values: Partial<DevisRow>, now: Date): Promise<void> {
  const sealed = await sealChanges(tx, devis, { id }, values);
  await tx
    .update(devis)
    .set({ ...sealed, version: sql`${devis.version} + 1`, modifieLe: now })
    .where(eq(devis.id, id));
}

export async function deleteDevisRow(tx: Tx, id: number): Promise<void> {
  await tx.delete(devisLignes).where(eq(devisLignes.devisId, id));
  await tx.delete(devis).where(eq(devis.id, id));
}

/** Quotes waiting for an answer whose last day is over at their agency, oldest first; locked. */
export async function lockOverdue(tx: Tx, now: Date, limit: number): Promise<DevisRow[]> {
  const rows = await opened(
    tx,
    tx
      .select({ devis: columnsOf(devis) })
      .from(devis)
      .innerJoin(agences, eq(agences.id, devis.agenceId))
      .where(
        and(
          eq(devis.statut, "envoye"),
          sql`${devis.valideJusquau} < (${now.toISOString()}::timestamptz at time zone ${agences.fuseau})::date`,
        ),
      )
      .orderBy(asc(devis.id), desc(devis.creeLe))
      .limit(limit)
      .for("update", { of: devis, skipLocked: true }),
  );
  return rows.map((row) => row.devis);
}
