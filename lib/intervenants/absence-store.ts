import { and, count, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { absences, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { intervenantsWithin } from "./store";

export type AbsenceRow = Plain<typeof absences>;
export type AbsenceListRow = AbsenceRow & {
  agenceId: number;
  fuseau: string;
  aRemplacer: number;
  remplacees: number;
};

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  intervenant_id?: number;
  agence_id?: number;
  statut?: AbsenceRow["statut"];
  date_min?: string;
  date_max?: string;
};

/** Planned visits of the person inside the absence; those begun or done need nobody else. */
const toReplace = sql<number>`(select count(*)::int from ${prestations}
  where ${prestations.intervenantId} = ${absences.intervenantId}
    and ${prestations.statut} in ('planifiee', 'confirmee')
    and ${prestations.debut} < ${absences.fin} and ${prestations.fin} > ${absences.debut})`;

/** Visits taken from the person for this absence, whoever makes them now. */
const replaced = sql<number>`(select count(*)::int from ${prestations}
  where ${prestations.absenceId} = ${absences.id} and ${prestations.statut} <> 'annulee'
    and ${prestations.intervenantId} is distinct from ${absences.intervenantId})`;

const columns = {
  row: columnsOf(absences),
  agenceId: intervenants.agenceId,
  fuseau: agences.fuseau,
  aRemplacer: toReplace,
  remplacees: replaced,
};
const flat = ({ row, ...rest }: { row: AbsenceRow } & Omit<AbsenceListRow, keyof AbsenceRow>) => ({
  ...row,
  ...rest,
});
const orderings = { debut: [absences.debut, absences.id], id: [absences.id] } as const;

/** Absences within reach, the latest first. Dates are days at the agency. */
export async function listAbsences(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<AbsenceListRow>> {
  const filter = and(
    intervenantsWithin(scope),
    request.intervenant_id ? eq(absences.intervenantId, request.intervenant_id) : undefined,
    request.agence_id ? eq(intervenants.agenceId, request.agence_id) : undefined,
    request.statut ? eq(absences.statut, request.statut) : undefined,
    request.date_min ? gt(absences.fin, midnight(request.date_min, 0)) : undefined,
    request.date_max ? lt(absences.debut, midnight(request.date_max, 1)) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-debut");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        opened(
          db,
          joined(db)
            .where(and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      ({ row }) => ordering.columns.map((column) => row[column.name as "id" | "debut"]),
    ),
    request.count
      ? db
          .select({ n: count() })
          .from(absences)
          .innerJoin(intervenants, eq(intervenants.id, absences.intervenantId))
          .innerJoin(agences, eq(agences.id, intervenants.agenceId))
          .where(filter)
      : undefined,
  ]);
  const results = page.results.map(flat);
  return total ? { ...page, results, count: total[0]?.n ?? 0 } : { ...page, results };
}

const midnight = (day: string, plus: number): SQL =>
  sql`((${day}::date + ${plus}::int)::timestamp at time zone ${agences.fuseau})`;

const joined = (db: Queryable) =>
  db
    .select(columns)
    .from(absences)
    .innerJoin(intervenants, eq(intervenants.id, absences.intervenantId))
    .innerJoin(agences, eq(agences.id, intervenants.agenceId));

export async function findAbsence(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<AbsenceListRow | undefined> {
  const rows = await opened(db, joined(db).where(and(eq(absences.id, id), intervenantsWithin(scope))));
  const row = rows[0];
  return row && flat(row);
}

/** Whether the person is already away, or has asked to be, at some time in [debut, fin). */
export async function hasAbsence(
  db: Queryable,
  intervenantId: number,
  debut: Date,
  fin: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: absences.id })
    .from(absences)
    .where(
      and(
        eq(absences.intervenantId, intervenantId),
        inArray(absences.statut, ["demandee", "approuvee"]),
        lt(absences.debut, fin),
        gt(absences.fin, debut),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function insertAbsence(tx: Tx, values: PlainInsert<typeof absences>): Promise<number> {
  const rows = await tx
    .insert(absences)
    .values(await sealRows(tx, absences, [values]))
    .returning({ id: absences.id });
  return (rows[0] as { id: number }).id;
}

/** Writes a new state if the absence is in one of `from`; false when someone was faster. */
export async function writeAbsenceState(
  tx: Tx,
  id: number,
  { from, to, now }: { from: AbsenceRow["statut"][]; to: AbsenceRow["statut"]; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(absences)
    .set({ statut: to, decideLe: now })
    .where(and(eq(absences.id, id), inArray(absences.statut, from)))
    .returning({ id: absences.id });
  return rows.length > 0;
}

/** Keeps an absence as it is until the transaction ends: nobody withdraws it meanwhile. */
export async function holdAbsence(tx: Tx, id: number): Promise<void> {
  await tx.select({ id: absences.id }).from(absences).where(eq(absences.id, id)).for("share");
}
