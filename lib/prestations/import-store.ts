import { and, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients } from "@/db/schema/clients";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import type { Adresse, Agence, Client } from "./agenda-store";
import type { NewPrestation } from "./store";

const TOGETHER = 5_000;

/** Clients with their agency and their main address, by client id. */
export async function selectPlaces(
  db: Queryable,
  ids: readonly number[],
): Promise<Map<number, { client: Client; agence: Agence; adresse: Adresse | null }>> {
  const found = new Map<number, { client: Client; agence: Agence; adresse: Adresse | null }>();
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const query = db
      .select({ client: columnsOf(clients), agence: agences, adresse: columnsOf(adresses) })
      .from(clients)
      .innerJoin(agences, eq(agences.id, clients.agenceId))
      .leftJoin(
        adresses,
        and(eq(adresses.clientId, clients.id), eq(adresses.actif, true), eq(adresses.principale, true)),
      );
    const rows = await opened(db, query.where(inArray(clients.id, ids.slice(at, at + TOGETHER))));
    for (const row of rows) found.set(row.client.id, row);
  }
  return found;
}

export async function insertPrestationRows(tx: Tx, values: NewPrestation[]): Promise<number[]> {
  const sealed = await sealRows(tx, prestations, values);
  const rows = await tx.insert(prestations).values(sealed).returning({ id: prestations.id });
  return rows.map(({ id }) => id);
}
