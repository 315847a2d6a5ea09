import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { absences, disponibilites, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { statement } from "@/db/statement";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { byName } from "@/lib/foundation/name-page";
import type { Scope } from "@/lib/foundation/policy";
import { scopedStatement, within } from "@/lib/foundation/reach";

export type IntervenantRow = Plain<typeof intervenants>;
type Absence = Plain<typeof absences>;

type Found = { intervenant: IntervenantRow; fuseau: string };

const selectWithClock = (db: Queryable) =>
  db
    .select({ intervenant: columnsOf(intervenants), fuseau: agences.fuseau })
    .from(intervenants)
    .innerJoin(agences, eq(agences.id, intervenants.agenceId));

const intervenantById = scopedStatement<{ id: number }, Awaited<ReturnType<typeof selectWithClock>>>(
  (db, { id }, scope) =>
    selectWithClock(db).where(
      and(
        eq(intervenants.id, id),
        within(scope, { agence: intervenants.agenceId, intervenant: intervenants.id }),
      ),
    ),
);

/** One intervenant with the agency's clock; undefined when absent or out of reach. */
export async function findIntervenant(db: Queryable, scope: Scope, id: number): Promise<Found | undefined> {
  const [found] = await opened(db, intervenantById(db, scope, { id }));
  return found;
}

export async function selectIntervenants(db: Queryable, agenceId: number): Promise<IntervenantRow[]> {
  const rows = await opened(
    db,
    db
      .select(columnsOf(intervenants))
      .from(intervenants)
      .where(and(eq(intervenants.agenceId, agenceId), eq(intervenants.actif, true)))
      .orderBy(asc(intervenants.id))
      .limit(500),
  );
  return byName(rows, (row) => row);
}

/** PostgreSQL's text of an array of integers. */
const arrayOf = (ids: readonly number[]) => `{${ids.join(",")}}`;

type AbsenceRow = { intervenantId: number; debut: string; fin: string; type: Absence["type"] };
type HoursRow = { intervenantId: number; jour: number; heureDebut: string; heureFin: string };
export type WorkTimes = { absences: AbsenceRow[]; hours: HoursRow[] };

/** Both lists in one row: a round trip costs more than either of them. */
const timesOf = statement<{ ids: string; debut: string; fin: string; du: string; au: string }, WorkTimes[]>(
  (db, { ids, debut, fin, du, au }) =>
    db
      .select({
        absences: sql<AbsenceRow[]>`coalesce((
        select json_agg(json_build_object('intervenantId', intervenant_id, 'debut', debut, 'fin', fin, 'type', type)
          order by debut)
        from ${absences} where intervenant_id = any(${ids}::integer[]) and statut = 'approuvee'
          and debut < ${fin}::timestamptz and fin > ${debut}::timestamptz), '[]')`,
        hours: sql<HoursRow[]>`coalesce((
        select json_agg(json_build_object('intervenantId', intervenant_id, 'jour', jour, 'heureDebut', heure_debut,
          'heureFin', heure_fin) order by jour, heure_debut)
        from ${disponibilites} where intervenant_id = any(${ids}::integer[]) and du <= ${au}::date
          and (au is null or au >= ${du}::date)), '[]')`,
      })
      .from(sql`(values (1)) as one`),
);

/** Approved absences that touch [debut, fin), and the weekly hours in force on some day from `du` to `au`. */
export async function selectWorkTimes(
  db: Queryable,
  ids: readonly number[],
  week: { debut: Date; fin: Date; du: string; au: string },
): Promise<WorkTimes> {
  const { debut, fin, du, au } = week;
  const [found] = await timesOf(db, {
    ids: arrayOf(ids),
    debut: debut.toISOString(),
    fin: fin.toISOString(),
    du,
    au,
  });
  return found ?? { absences: [], hours: [] };
}
