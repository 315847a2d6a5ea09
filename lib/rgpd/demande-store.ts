import { and, count, eq, inArray, lte, type SQL } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { demandesRgpd } from "@/db/schema/rgpd";
import { NOTHING } from "@/db/vault/columns";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { ouvertes } from "./demande";

export type DemandeRow = Plain<typeof demandesRgpd>;
export type NewDemande = PlainInsert<typeof demandesRgpd>;
export type DemandeFile = Awaited<ReturnType<typeof select>>[number];

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  type?: DemandeRow["type"];
  statut?: DemandeRow["statut"];
  agence_id?: number;
  client_id?: number;
  intervenant_id?: number;
  ouvertes?: boolean;
  echeance_max?: string;
};

const demandesWithin = (scope: Scope) =>
  within(scope, {
    agence: demandesRgpd.agenceId,
    client: demandesRgpd.clientId,
    intervenant: demandesRgpd.intervenantId,
  });

function select(db: Queryable, where: SQL | undefined, orderBy: SQL[], limit: number) {
  return opened(
    db,
    db
      .select({
        demande: columnsOf(demandesRgpd),
        // With the id: a group whose only plain column is null counts as one that was not found.
        client: {
          id: clients.id,
          prenom: toOpen(clients.prenom),
          nom: toOpen(clients.nom),
          effaceLe: clients.effaceLe,
        },
        intervenant: {
          id: intervenants.id,
          prenom: toOpen(intervenants.prenom),
          nom: toOpen(intervenants.nom),
        },
        fuseau: agences.fuseau,
      })
      .from(demandesRgpd)
      .innerJoin(agences, eq(agences.id, demandesRgpd.agenceId))
      .leftJoin(clients, eq(clients.id, demandesRgpd.clientId))
      .leftJoin(intervenants, eq(intervenants.id, demandesRgpd.intervenantId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  );
}

const orderings = {
  echeance: [demandesRgpd.echeance, demandesRgpd.id],
  recue_le: [demandesRgpd.recueLe, demandesRgpd.id],
  id: [demandesRgpd.id],
} as const;
const keys = { echeance: "echeance", recue_le: "recueLe", id: "id" } as const;

/** Requests within reach: the first to be due on top unless asked otherwise. */
export async function listDemandes(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<DemandeFile>> {
  const filter = and(
    demandesWithin(scope),
    request.type ? eq(demandesRgpd.type, request.type) : undefined,
    request.statut ? eq(demandesRgpd.statut, request.statut) : undefined,
    request.agence_id ? eq(demandesRgpd.agenceId, request.agence_id) : undefined,
    request.client_id ? eq(demandesRgpd.clientId, request.client_id) : undefined,
    request.intervenant_id ? eq(demandesRgpd.intervenantId, request.intervenant_id) : undefined,
    openness(request.ouvertes),
    request.echeance_max ? lte(demandesRgpd.echeance, request.echeance_max) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "echeance");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) => select(db, and(filter, part.where), part.orderBy, part.limit),
      ({ demande }) => ordering.columns.map((column) => demande[keys[column.name as keyof typeof keys]]),
    ),
    request.count ? db.select({ n: count() }).from(demandesRgpd).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

function openness(asked: boolean | undefined): SQL | undefined {
  if (asked === undefined) return undefined;
  return inArray(demandesRgpd.statut, asked ? [...ouvertes] : ["refusee", "close"]);
}

export async function findDemande(db: Queryable, scope: Scope, id: number): Promise<DemandeFile | undefined> {
  const rows = await select(db, and(eq(demandesRgpd.id, id), demandesWithin(scope)), [], 1);
  return rows[0];
}

/** The request with the zone of its agency, its row locked until the transaction ends. */
export async function lockDemande(tx: Tx, scope: Scope, id: number) {
  const rows = await opened(
    tx,
    tx
      .select({ demande: columnsOf(demandesRgpd), fuseau: agences.fuseau })
      .from(demandesRgpd)
      .innerJoin(agences, eq(agences.id, demandesRgpd.agenceId))
      .where(and(eq(demandesRgpd.id, id), demandesWithin(scope)))
      .for("update", { of: demandesRgpd }),
  );
  return rows[0];
}

export async function insertDemande(tx: Tx, values: NewDemande): Promise<number> {
  const [row] = await tx
    .insert(demandesRgpd)
    .values(await sealRows(tx, demandesRgpd, [values]))
    .returning({ id: demandesRgpd.id });
  if (!row) throw new Error("the request was not written");
  return row.id;
}

/** Writes a locked request; returns its new version. */
export async function updateDemande(
  tx: Tx,
  row: DemandeRow,
  values: Partial<NewDemande>,
  now: Date,
): Promise<number> {
  const version = row.version + 1;
  await tx
    .update(demandesRgpd)
    .set({ ...(await sealChanges(tx, demandesRgpd, { id: row.id }, values)), version, modifieLe: now })
    .where(eq(demandesRgpd.id, row.id));
  return version;
}

/** What was written in the requests of one person goes; the register keeps that there was a reason. */
export async function forgetWords(tx: Tx, person: SQL): Promise<void> {
  const nothing = {
    message: NOTHING,
    reponse: NOTHING,
    motifRefus: NOTHING,
    prolongationMotif: NOTHING,
    changements: null,
  };
  const rows = await tx
    .select({ id: demandesRgpd.id, statut: demandesRgpd.statut, prolongeeLe: demandesRgpd.prolongeeLe })
    .from(demandesRgpd)
    .where(person);
  for (const { id, statut, prolongeeLe } of rows) {
    const marks = {
      ...(statut === "refusee" ? { motifRefus: "-" } : {}),
      ...(prolongeeLe ? { prolongationMotif: "-" } : {}),
    };
    const changes = await sealChanges(tx, demandesRgpd, { id }, marks);
    await tx
      .update(demandesRgpd)
      .set({ ...nothing, ...changes })
      .where(eq(demandesRgpd.id, id));
  }
}

/** A client or intervenant within reach, for a request about them. */
export async function findPersonne(
  db: Queryable,
  scope: Scope,
  asked: { clientId: number } | { intervenantId: number },
): Promise<{ agenceId: number; fuseau: string; effaceLe: Date | null } | undefined> {
  if ("clientId" in asked) {
    const rows = await db
      .select({ agenceId: clients.agenceId, fuseau: agences.fuseau, effaceLe: clients.effaceLe })
      .from(clients)
      .innerJoin(agences, eq(agences.id, clients.agenceId))
      .where(
        and(eq(clients.id, asked.clientId), within(scope, { agence: clients.agenceId, client: clients.id })),
      );
    return rows[0];
  }
  const rows = await db
    .select({ agenceId: intervenants.agenceId, fuseau: agences.fuseau, effaceLe: intervenants.effaceLe })
    .from(intervenants)
    .innerJoin(agences, eq(agences.id, intervenants.agenceId))
    .where(
      and(
        eq(intervenants.id, asked.intervenantId),
        within(scope, { agence: intervenants.agenceId, intervenant: intervenants.id }),
      ),
    );
  return rows[0];
}
