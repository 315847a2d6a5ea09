import { and, eq, exists, gte, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { prestations } from "@/db/schema/prestations";
import { type Holders, statement, type Values } from "@/db/statement";
import type { Scope } from "./policy";

/**
 * Reach as SQL, in one place: the condition under which a row is within `scope`. Columns that a resource does not
 * have make that reach empty, so a forgotten case shows nothing rather than everything.
 */
export function within(
  scope: Scope,
  columns: { agence?: PgColumn; client?: PgColumn; intervenant?: PgColumn; utilisateur?: PgColumn },
): SQL | undefined {
  switch (scope.reach) {
    case "all":
      return undefined;
    case "agence":
      return columns.agence && scope.agenceIds.length > 0
        ? inArray(columns.agence, [...scope.agenceIds])
        : nothing;
    case "assigned":
      return equals(columns.intervenant, scope.intervenantId);
    case "own":
      if (columns.client && scope.clientId !== null) return equals(columns.client, scope.clientId);
      if (columns.intervenant && scope.intervenantId !== null)
        return equals(columns.intervenant, scope.intervenantId);
      return equals(columns.utilisateur, scope.utilisateurId);
    default:
      return nothing;
  }
}

const nothing = sql`false`;
const equals = (column: PgColumn | undefined, value: number | null) =>
  column && value !== null ? eq(column, value) : nothing;

/** A `statement` under a reach: written once for each kind of caller, with the caller's own ids as its values. */
export function scopedStatement<V extends Values, R>(
  build: (
    db: Queryable,
    holders: Holders<V>,
    scope: Scope,
  ) => { prepare(name: string): { execute(values: Values): Promise<R> } },
): (db: Queryable, scope: Scope, values: V) => Promise<R> {
  const run = statement<Values, R, Scope>((db, holders, scope) => build(db, holders as Holders<V>, scope));
  return (db, scope, values) => {
    const { key, held, own } = hold(scope);
    return run(db, { ...values, ...own }, { key, of: held });
  };
}

/** The scope with placeholders for its ids, the ids as values, and what they have of influence on the text. */
function hold(scope: Scope): { key: string; held: Scope; own: Values } {
  const own: Values = {};
  const place = (name: string, value: number | null) => {
    if (value === null) return null;
    own[name] = value;
    return sql.placeholder(name) as unknown as number;
  };
  const held: Scope = {
    reach: scope.reach,
    utilisateurId: place("scopeUtilisateur", scope.utilisateurId),
    clientId: place("scopeClient", scope.clientId),
    intervenantId: place("scopeIntervenant", scope.intervenantId),
    agenceIds: scope.agenceIds.map((id, index) => place(`scopeAgence${index}`, id) as number),
  };
  return { key: [scope.reach, scope.agenceIds.length, ...Object.keys(own)].join(" "), held, own };
}

/** Time around a visit during which the assigned intervenant may open the client's file. */
export const FILE_MS = 30 * 86_400_000;

/** Clients within reach; an intervenant reaches those whom they visit within a month of `now`. */
export function clientsWithin(scope: Scope, now: Date): SQL | undefined {
  if (scope.reach !== "assigned") return within(scope, { agence: clients.agenceId, client: clients.id });
  if (scope.intervenantId === null) return nothing;
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(prestations)
      .where(
        and(
          eq(prestations.clientId, clients.id),
          eq(prestations.intervenantId, scope.intervenantId),
          ne(prestations.statut, "annulee"),
          gte(prestations.debut, new Date(now.getTime() - FILE_MS)),
          lte(prestations.debut, new Date(now.getTime() + FILE_MS)),
        ),
      ),
  );
}
