import { and, asc, count, eq, inArray, type SQL } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { incidentEtapes, incidents } from "@/db/schema/incidents";
import { agences } from "@/db/schema/organisation";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type IncidentRow = typeof incidents.$inferSelect;
export type NewIncident = typeof incidents.$inferInsert;
export type EtapeRow = typeof incidentEtapes.$inferSelect;
export type IncidentFile = { incident: IncidentRow; etapes: EtapeRow[] };

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  statut?: IncidentRow["statut"];
  type?: IncidentRow["type"];
};

const DEFAULT_ZONE = "Europe/Paris";
const orderings = { constate_le: [incidents.constateLe, incidents.id], id: [incidents.id] } as const;

/** The log with the steps of each incident, the last to be noticed on top unless asked otherwise. */
export async function listIncidents(db: Queryable, request: ListRequest): Promise<Page<IncidentFile>> {
  const filter = and(
    request.statut ? eq(incidents.statut, request.statut) : undefined,
    request.type ? eq(incidents.type, request.type) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-constate_le");
  const select = (where: SQL | undefined, orderBy: SQL[], limit: number) =>
    db
      .select()
      .from(incidents)
      .where(and(filter, where))
      .orderBy(...orderBy)
      .limit(limit);
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) => select(part.where, part.orderBy, part.limit),
      (row) => (ordering.columns.length === 1 ? [row.id] : [row.constateLe, row.id]),
    ),
    request.count ? db.select({ n: count() }).from(incidents).where(filter) : undefined,
  ]);
  const steps = await etapesOf(
    db,
    page.results.map(({ id }) => id),
  );
  const results = page.results.map((incident) => ({ incident, etapes: steps.get(incident.id) ?? [] }));
  return { ...page, results, ...(total ? { count: total[0]?.n ?? 0 } : {}) };
}

async function etapesOf(db: Queryable, ids: readonly number[]): Promise<Map<number, EtapeRow[]>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(incidentEtapes)
          .where(inArray(incidentEtapes.incidentId, [...ids]))
          .orderBy(asc(incidentEtapes.id));
  return Map.groupBy(rows, ({ incidentId }) => incidentId);
}

export async function findIncident(db: Queryable, id: number): Promise<IncidentFile | undefined> {
  const rows = await db.select().from(incidents).where(eq(incidents.id, id));
  const incident = rows[0];
  return incident && { incident, etapes: (await etapesOf(db, [id])).get(id) ?? [] };
}

/** The same, its row locked until the transaction ends. */
export async function lockIncident(tx: Tx, id: number): Promise<IncidentFile | undefined> {
  const rows = await tx.select().from(incidents).where(eq(incidents.id, id)).for("update");
  const incident = rows[0];
  return incident && { incident, etapes: (await etapesOf(tx, [id])).get(id) ?? [] };
}

/** Those not closed yet, oldest first. */
export async function openIncidents(db: Queryable, limit: number): Promise<IncidentFile[]> {
  const rows = await db
    .select()
    .from(incidents)
    .where(eq(incidents.statut, "ouvert"))
    .orderBy(asc(incidents.constateLe), asc(incidents.id))
    .limit(limit);
  const steps = await etapesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((incident) => ({ incident, etapes: steps.get(incident.id) ?? [] }));
}

export async function insertIncident(tx: Tx, values: NewIncident): Promise<number> {
  const [row] = await tx.insert(incidents).values(values).returning({ id: incidents.id });
  if (!row) throw new Error("the incident was not written");
  return row.id;
}

/** Writes a locked incident; returns its new version. */
export async function updateIncident(
  tx: Tx,
  row: IncidentRow,
  values: Partial<NewIncident>,
  now: Date,
): Promise<number> {
  const version = row.version + 1;
  await tx
    .update(incidents)
    .set({ ...values, version, modifieLe: now })
    .where(eq(incidents.id, row.id));
  return version;
}

export async function insertEtape(tx: Tx, values: typeof incidentEtapes.$inferInsert): Promise<void> {
  await tx.insert(incidentEtapes).values(values);
}

/** The zone in which the log is read and written: that of the agency that was entered first. */
export async function homeZone(db: Queryable): Promise<string> {
  const rows = await db.select({ fuseau: agences.fuseau }).from(agences).orderBy(asc(agences.id)).limit(1);
  return rows[0]?.fuseau ?? DEFAULT_ZONE;
}
