import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { paginateByName } from "@/lib/foundation/name-page";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { clientsWithin } from "@/lib/foundation/reach";

export type ClientRow = Plain<typeof clients>;
export type ClientListRow = ClientRow & { commune: string | null };
export type AdresseRow = Plain<typeof adresses>;
export type ContactRow = Plain<typeof contacts>;
export type ClientFileRow = { client: ClientRow; adresses: AdresseRow[]; contacts: ContactRow[] };

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  agence_id?: number;
  actif?: boolean;
};

const orderings = {
  id: [clients.id],
  cree_le: [clients.creeLe, clients.id],
} as const;

export async function listClients(
  db: Queryable,
  scope: Scope,
  now: Date,
  request: ListRequest,
): Promise<Page<ClientListRow>> {
  const filter = and(
    clientsWithin(scope, now),
    request.agence_id ? eq(clients.agenceId, request.agence_id) : undefined,
    request.actif === undefined ? undefined : eq(clients.actif, request.actif),
    matchingPerson("clients", clients.recherche, request.q),
  );
  if (request.ordering && request.ordering.replace(/^-/, "") !== "nom") return byColumn(db, filter, request);
  const { total, ...page } = await paginateByName(
    request,
    () => opened(db, db.select(names).from(clients).where(filter)),
    (ids) => opened(db, selectRows(db, inArray(clients.id, [...ids]))),
  );
  return request.count ? { ...page, count: total } : page;
}

const names = { id: clients.id, nom: toOpen(clients.nom), prenom: toOpen(clients.prenom) };

async function byColumn(db: Queryable, filter: SQL | undefined, request: ListRequest) {
  const ordering = orderingOf(request.ordering, orderings, "id");
  const page = await paginate(
    request,
    ordering,
    (part) =>
      opened(
        db,
        selectRows(db, and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ),
    (row) => ordering.columns.map((column) => (column.name === "cree_le" ? row.creeLe : row.id)),
  );
  if (!request.count) return page;
  const total = await db.select({ n: count() }).from(clients).where(filter);
  return { ...page, count: total[0]?.n ?? 0 };
}

function selectRows(db: Queryable, where: SQL | undefined) {
  return db
    .select({ ...columnsOf(clients), commune: adresses.commune })
    .from(clients)
    .leftJoin(
      adresses,
      and(eq(adresses.clientId, clients.id), eq(adresses.principale, true), eq(adresses.actif, true)),
    )
    .where(where)
    .$dynamic();
}

/** The whole file in one round trip each for client, addresses and contacts; undefined when absent or out of reach. */
export async function findClient(
  db: Queryable,
  scope: Scope,
  now: Date,
  id: number,
): Promise<ClientFileRow | undefined> {
  const [rows, adresseRows, contactRows] = await Promise.all([
    opened(
      db,
      db
        .select(columnsOf(clients))
        .from(clients)
        .where(and(eq(clients.id, id), clientsWithin(scope, now))),
    ),
    opened(
      db,
      db
        .select(columnsOf(adresses))
        .from(adresses)
        .where(and(eq(adresses.clientId, id), eq(adresses.actif, true)))
        .orderBy(desc(adresses.principale), asc(adresses.id)),
    ),
    opened(
      db,
      db
        .select(columnsOf(contacts))
        .from(contacts)
        .where(eq(contacts.clientId, id))
        .orderBy(asc(contacts.id)),
    ),
  ]);
  const client = rows[0];
  return client ? { client, adresses: adresseRows, contacts: contactRows } : undefined;
}

/** Locks the client's row until the transaction ends; undefined when absent or out of reach. */
export async function lockClient(
  tx: Tx,
  scope: Scope,
  now: Date,
  id: number,
): Promise<ClientRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(clients))
      .from(clients)
      .where(and(eq(clients.id, id), clientsWithin(scope, now)))
      .for("update"),
  );
  return rows[0];
}

export async function insertClient(tx: Tx, values: PlainInsert<typeof clients>): Promise<number> {
  const sealed = await sealRows(tx, clients, [values]);
  const rows = await tx.insert(clients).values(sealed).returning({ id: clients.id });
  return (rows[0] as { id: number }).id;
}

export async function updateClientRow(
  tx: Tx,
  id: number,
  values: Partial<ClientRow>,
  now: Date,
): Promise<void> {
  const sealed = await sealChanges(tx, clients, { id }, values);
  await tx
    .update(clients)
    .set({ ...sealed, version: sql`${clients.version} + 1`, modifieLe: now })
    .where(eq(clients.id, id));
}

type NewAdresse = Omit<PlainInsert<typeof adresses>, "clientId" | "agenceId" | "principale">;

/**
 * Replaces the addresses of a client: those with an id are kept up to date, absent ones are put aside (visits may
 * still point at them), the first becomes the main one.
 */
export async function replaceAdresses(
  tx: Tx,
  client: { id: number; agenceId: number },
  list: readonly NewAdresse[],
): Promise<void> {
  await tx.update(adresses).set({ actif: false, principale: false }).where(eq(adresses.clientId, client.id));
  const known = await tx.select({ id: adresses.id }).from(adresses).where(eq(adresses.clientId, client.id));
  const ids = new Set(known.map(({ id }) => id));
  const rows = list.map((one, index) => ({
    ...one,
    id: one.id && ids.has(one.id) ? one.id : undefined,
    clientId: client.id,
    agenceId: client.agenceId,
    actif: true,
    principale: index === 0,
  }));
  for (const row of await sealRows(tx, adresses, rows)) {
    const id = row.id as number;
    if (ids.has(id)) await tx.update(adresses).set(row).where(eq(adresses.id, id));
    else await tx.insert(adresses).values(row);
  }
}

export async function replaceContacts(
  tx: Tx,
  clientId: number,
  list: readonly Omit<PlainInsert<typeof contacts>, "clientId">[],
): Promise<void> {
  await tx.delete(contacts).where(eq(contacts.clientId, clientId));
  const rows = list.map((one) => ({ ...one, clientId }));
  if (rows.length > 0) await tx.insert(contacts).values(await sealRows(tx, contacts, rows));
}
