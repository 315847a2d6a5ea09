import { and, count, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { recommandations } from "@/db/schema/ia";
import { agences } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type Recommandation = typeof recommandations.$inferSelect;
export type Dossier = Awaited<ReturnType<typeof selectDossiers>>[number];

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  agence_id?: number;
  client_id?: number;
  prestation_id?: number;
  decidee?: boolean;
};

const reached = (scope: Scope) => within(scope, { agence: recommandations.agenceId });

function selectDossiers(db: Queryable, where: SQL | undefined, orderBy: SQL[], limit: number) {
  return opened(
    db,
    db
      .select({
        recommandation: recommandations,
        client: { prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        activite: { code: activites.code, libelles: activites.libelles },
        fuseau: agences.fuseau,
      })
      .from(recommandations)
      .innerJoin(clients, eq(clients.id, recommandations.clientId))
      .innerJoin(activites, eq(activites.id, recommandations.activiteId))
      .innerJoin(agences, eq(agences.id, recommandations.agenceId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  );
}

const orderings = { id: [recommandations.id] } as const;

/** Proposals within reach, the latest first. */
export async function listDossiers(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<Dossier>> {
  const { decideLe } = recommandations;
  const filter = and(
    reached(scope),
    request.agence_id ? eq(recommandations.agenceId, request.agence_id) : undefined,
    request.client_id ? eq(recommandations.clientId, request.client_id) : undefined,
    request.prestation_id ? eq(recommandations.prestationId, request.prestation_id) : undefined,
    request.decidee === undefined ? undefined : request.decidee ? isNotNull(decideLe) : isNull(decideLe),
  );
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) => selectDossiers(db, and(filter, part.where), part.orderBy, part.limit),
      ({ recommandation }) => [recommandation.id],
    ),
    request.count ? db.select({ n: count() }).from(recommandations).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

export async function findDossier(db: Queryable, scope: Scope, id: number): Promise<Dossier | undefined> {
  const rows = await selectDossiers(db, and(eq(recommandations.id, id), reached(scope)), [], 1);
  return rows[0];
}

/** The proposal, locked until the transaction ends. */
export async function lockRecommandation(
  tx: Tx,
  scope: Scope,
  id: number,
): Promise<Recommandation | undefined> {
  const rows = await tx
    .select()
    .from(recommandations)
    .where(and(eq(recommandations.id, id), reached(scope)))
    .for("update");
  return rows[0];
}

export async function insertRecommandation(
  tx: Tx,
  values: typeof recommandations.$inferInsert,
): Promise<number> {
  const [row] = await tx.insert(recommandations).values(values).returning({ id: recommandations.id });
  if (!row) throw new Error("the proposal was not written");
  return row.id;
}

export async function writeDecision(
  tx: Tx,
  id: number,
  decision: Pick<Recommandation, "intervenantChoisi" | "decideLe" | "decidePar">,
): Promise<void> {
  await tx.update(recommandations).set(decision).where(eq(recommandations.id, id));
}
