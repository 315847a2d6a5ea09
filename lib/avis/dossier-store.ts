import { and, count, eq, lte, type SQL } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { avis } from "@/db/schema/suivi";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type AvisRow = Plain<typeof avis>;
export type NewAvis = PlainInsert<typeof avis>;
export type Dossier = Awaited<ReturnType<typeof selectDossiers>>[number];

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  statut?: AvisRow["statut"];
  agence_id?: number;
  client_id?: number;
  prestation_id?: number;
  note_max?: number;
};

const avisWithin = (scope: Scope) => within(scope, { agence: avis.agenceId, client: avis.clientId });

function selectDossiers(db: Queryable, where: SQL | undefined, orderBy: SQL[], limit: number) {
  return opened(
    db,
    db
      .select({
        avis: columnsOf(avis),
        client: { prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        intervenant: {
          id: intervenants.id,
          prenom: toOpen(intervenants.prenom),
          nom: toOpen(intervenants.nom),
        },
        activite: { code: activites.code, libelles: activites.libelles },
        debut: prestations.debut,
        fuseau: agences.fuseau,
      })
      .from(avis)
      .innerJoin(prestations, eq(prestations.id, avis.prestationId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .innerJoin(agences, eq(agences.id, avis.agenceId))
      .innerJoin(clients, eq(clients.id, avis.clientId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  );
}

const orderings = { id: [avis.id], note: [avis.note, avis.id] } as const;

/** Reviews within reach in every state, the latest first. */
export async function listDossiers(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<Dossier>> {
  const filter = and(
    avisWithin(scope),
    request.statut ? eq(avis.statut, request.statut) : undefined,
    request.agence_id ? eq(avis.agenceId, request.agence_id) : undefined,
    request.client_id ? eq(avis.clientId, request.client_id) : undefined,
    request.prestation_id ? eq(avis.prestationId, request.prestation_id) : undefined,
    request.note_max ? lte(avis.note, request.note_max) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) => selectDossiers(db, and(filter, part.where), part.orderBy, part.limit),
      (row) => ordering.columns.map((column) => row.avis[column.name as "id" | "note"]),
    ),
    request.count ? db.select({ n: count() }).from(avis).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function findDossier(db: Queryable, scope: Scope, id: number): Promise<Dossier | undefined> {
  const rows = await selectDossiers(db, and(eq(avis.id, id), avisWithin(scope)), [], 1);
  return rows[0];
}

/** The review, locked until the transaction ends. */
export async function lockAvis(tx: Tx, scope: Scope, id: number): Promise<AvisRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(avis))
      .from(avis)
      .where(and(eq(avis.id, id), avisWithin(scope)))
      .for("update"),
  );
  return rows[0];
}

/** What a review needs to know of its visit; undefined when absent or out of reach. */
export async function findVisite(db: Queryable, scope: Scope, id: number) {
  const rows = await db
    .select({
      id: prestations.id,
      agenceId: prestations.agenceId,
      clientId: prestations.clientId,
      statut: prestations.statut,
    })
    .from(prestations)
    .where(
      and(
        eq(prestations.id, id),
        within(scope, { agence: prestations.agenceId, client: prestations.clientId }),
      ),
    );
  return rows[0];
}

export async function insertAvis(tx: Tx, values: NewAvis): Promise<number> {
  const [row] = await tx
    .insert(avis)
    .values(await sealRows(tx, avis, [values]))
    .returning({ id: avis.id });
  if (!row) throw new Error("the review was not written");
  return row.id;
}

/** Writes a locked review; returns its new version. */
export async function updateAvisRow(
  tx: Tx,
  row: AvisRow,
  values: Partial<NewAvis>,
  now: Date,
): Promise<number> {
  const version = row.version + 1;
  const sealed = await sealChanges(tx, avis, row, values);
  await tx
    .update(avis)
    .set({ ...sealed, version, modifieLe: now })
    .where(eq(avis.id, row.id));
  return version;
}
