import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { clientsWithin } from "@/lib/foundation/reach";
import { searchTerms } from "./client";

export type ClientRow = typeof clients.$inferSelect;
export type ClientListRow = ClientRow & { commune: string | null };
export type AdresseRow = typeof adresses.$inferSelect;
export type ContactRow = typeof contacts.$inferSelect;
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
  nom: [clients.nom, clients.prenom, clients.id],
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
    ...searchTerms(request.q).map((term) => sql`${clients.recherche} like ${`%${term}%`}`),
  );
  const ordering = orderingOf(request.ordering, orderings, "nom");
  const page = await paginate(
    request,
    ordering,
    (part) =>
      db
        .select({ client: clients, commune: adresses.commune })
        .from(clients)
        .leftJoin(
          adresses,
          and(eq(adresses.clientId, clients.id), eq(adresses.principale, true), eq(adresses.actif, true)),
        )
        .where(and(filter, part.where))
        .orderBy(...part.orderBy)
        .limit(part.limit),
    ({ client }) => ordering.columns.map((column) => client[keyOf(column.name)] as string | number | Date),
  );
  const results = page.results.map(({ client, commune }) => ({ ...client, commune }));
  if (!request.count) return { ...page, results };
  const total = await db.select({ n: count() }).from(clients).where(filter);
  return { ...page, results, count: total[0]?.n ?? 0 };
}

const keyOf = (column: string): keyof ClientRow =>
  column === "cree_le" ? "creeLe" : (column as keyof ClientRow);

/** The whole file in one round trip each for client, addresses and contacts; undefined when absent or out of reach. */
export async function findClient(
  db: Queryable,
  scope: Scope,
  now: Date,
  id: number,
): Promise<ClientFileRow | undefined> {
  const [rows, adresseRows, contactRows] = await Promise.all([
    db
      .select()
      .from(clients)
      .where(and(eq(clients.id, id), clientsWithin(scope, now))),
    db
      .select()
      .from(adresses)
      .where(and(eq(adresses.clientId, id), eq(adresses.actif, true)))
      .orderBy(desc(adresses.principale), asc(adresses.id)),
    db.select().from(contacts).where(eq(contacts.clientId, id)).orderBy(asc(contacts.id)),
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
  const rows = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.id, id), clientsWithin(scope, now)))
    .for("update");
  return rows[0];
}

export async function insertClient(tx: Tx, values: typeof clients.$inferInsert): Promise<number> {
  const rows = await tx.insert(clients).values(values).returning({ id: clients.id });
  return (rows[0] as { id: number }).id;
}

export async function updateClientRow(
  tx: Tx,
  id: number,
  values: Partial<ClientRow>,
  now: Date,
): Promise<void> {
  await tx
    .update(clients)
    .set({ ...values, version: sql`${clients.version} + 1`, modifieLe: now })
    .where(eq(clients.id, id));
}

type NewAdresse = Omit<typeof adresses.$inferInsert, "clientId" | "agenceId" | "principale">;

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
  for (const [index, one] of list.entries()) {
    const values = {
      ...one,
      id: undefined,
      clientId: client.id,
      agenceId: client.agenceId,
      actif: true,
      principale: index === 0,
    };
    const kept = one.id
      ? await tx
          .update(adresses)
          .set(values)
          .where(and(eq(adresses.id, one.id), eq(adresses.clientId, client.id)))
          .returning({ id: adresses.id })
      : [];
    if (kept.length === 0) await tx.insert(adresses).values(values);
  }
}

export async function replaceContacts(
  tx: Tx,
  clientId: number,
  list: readonly Omit<typeof contacts.$inferInsert, "clientId">[],
): Promise<void> {
  await tx.delete(contacts).where(eq(contacts.clientId, clientId));
  if (list.length > 0) await tx.insert(contacts).values(list.map((one) => ({ ...one, clientId })));
}
