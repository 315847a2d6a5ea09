import { asc, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";
import type { Locale } from "@/lib/foundation/context";

type Names = Map<number, string>;
const fullName = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`.trim();

export async function nameClients(db: Queryable, ids: readonly number[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { id, prenom, nom } = clients;
  const query = db.select({ id, prenom: toOpen(prenom), nom: toOpen(nom) }).from(clients);
  const rows = await opened(db, query.where(inArray(id, [...ids])));
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}

export async function nameIntervenants(db: Queryable, ids: readonly number[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { id, prenom, nom } = intervenants;
  const query = db.select({ id, prenom: toOpen(prenom), nom: toOpen(nom) }).from(intervenants);
  const rows = await opened(db, query.where(inArray(id, [...ids])));
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}

export async function nameActivites(db: Queryable, ids: readonly number[], locale: Locale): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { id, libelles } = activites;
  const rows = await db
    .select({ id, libelles })
    .from(activites)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.libelles[locale]]));
}

/** Names, countries and zones of agencies, in the order of their ids. */
export function selectLieux(db: Queryable, ids: readonly number[]) {
  const { id, nom, pays, fuseau } = agences;
  return db
    .select({ nom, pays, fuseau })
    .from(agences)
    .where(inArray(id, [...ids]))
    .orderBy(asc(id));
}

export async function nameAgences(db: Queryable, ids: readonly number[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { id, nom } = agences;
  const rows = await db
    .select({ id, nom })
    .from(agences)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.nom]));
}
