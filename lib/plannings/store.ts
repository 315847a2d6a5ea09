import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { absences, disponibilites, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type IntervenantRow = typeof intervenants.$inferSelect;

/** The agency asked for, or the first within reach; undefined when there is none. */
export async function findAgence(
  db: Queryable,
  scope: Scope,
  id?: number,
): Promise<{ id: number; fuseau: string } | undefined> {
  const rows = await db
    .select({ id: agences.id, fuseau: agences.fuseau })
    .from(agences)
    .where(and(within(scope, { agence: agences.id }), id === undefined ? undefined : eq(agences.id, id)))
    .orderBy(asc(agences.id))
    .limit(1);
  return rows[0];
}

/** One intervenant with the agency's clock; undefined when absent or out of reach. */
export async function findIntervenant(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<{ intervenant: IntervenantRow; fuseau: string } | undefined> {
  const rows = await db
    .select({ intervenant: intervenants, fuseau: agences.fuseau })
    .from(intervenants)
    .innerJoin(agences, eq(agences.id, intervenants.agenceId))
    .where(
      and(
        eq(intervenants.id, id),
        within(scope, { agence: intervenants.agenceId, intervenant: intervenants.id }),
      ),
    );
  return rows[0];
}

export function selectIntervenants(db: Queryable, agenceId: number): Promise<IntervenantRow[]> {
  return db
    .select()
    .from(intervenants)
    .where(and(eq(intervenants.agenceId, agenceId), eq(intervenants.actif, true)))
    .orderBy(asc(intervenants.nom), asc(intervenants.prenom), asc(intervenants.id))
    .limit(500);
}

/** Approved absences that touch [debut, fin). */
export function selectAbsences(db: Queryable, ids: readonly number[], span: { debut: Date; fin: Date }) {
  return db
    .select()
    .from(absences)
    .where(
      and(
        inArray(absences.intervenantId, [...ids]),
        eq(absences.statut, "approuvee"),
        lt(absences.debut, span.fin),
        gt(absences.fin, span.debut),
      ),
    )
    .orderBy(asc(absences.debut));
}

/** Weekly hours in force on some day from `du` to `au`. */
export function selectHours(db: Queryable, ids: readonly number[], week: { du: string; au: string }) {
  return db
    .select()
    .from(disponibilites)
    .where(
      and(
        inArray(disponibilites.intervenantId, [...ids]),
        lte(disponibilites.du, week.au),
        or(isNull(disponibilites.au), gte(disponibilites.au, week.du)),
      ),
    )
    .orderBy(asc(disponibilites.jour), asc(disponibilites.heureDebut));
}
