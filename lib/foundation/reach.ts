import { and, eq, exists, gte, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { clients } from "@/db/schema/clients";
import { prestations } from "@/db/schema/prestations";
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
