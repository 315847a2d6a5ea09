import { and, asc, count, desc, eq, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { factureLignes, factures, paiements } from "@/db/schema/factures";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { numeroOrClient } from "./recherche-store";

export type FactureRow = Plain<typeof factures>;
export type LigneRow = typeof factureLignes.$inferSelect & { debut: Date | null; credite: number };
export type PaiementRow = Plain<typeof paiements>;
/** Without the frozen document: opening it costs more than all the rest, and nothing that is shown needs it. */
export type ShownFacture = Omit<FactureRow, "instantane">;
export type FactureListRow = {
  facture: ShownFacture;
  client: { nom: string; prenom: string };
  fuseau: string;
};
export type FactureFileRow = FactureListRow & {
  lignes: LigneRow[];
  paiements: PaiementRow[];
  avoirs: ShownFacture[];
  origine: ShownFacture | null;
};

export type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  client_id?: number;
  agence_id?: number;
  statut?: FactureRow["statut"];
  type?: FactureRow["type"];
  periode?: string;
  date_min?: string;
  date_max?: string;
  q?: string;
  echues?: boolean;
};

const reachOf = (scope: Scope) => within(scope, { agence: factures.agenceId, client: factures.clientId });

/** A client never sees a draft: it is not an invoice yet. */
const visible = (scope: Scope) =>
  and(reachOf(scope), scope.reach === "own" ? sql`${factures.statut} <> 'brouillon'` : undefined);

const { instantane: _frozen, ...shown } = columnsOf(factures);

function joined(db: Queryable) {
  return db
    .select({
      facture: shown,
      client: { nom: toOpen(clients.nom), prenom: toOpen(clients.prenom) },
      fuseau: agences.fuseau,
    })
    .from(factures)
    .innerJoin(clients, eq(clients.id, factures.clientId))
    .innerJoin(agences, eq(agences.id, factures.agenceId));
}

/** The civil day of an instant at the invoice's agency. */
const dayAt = (now: Date) => sql`(${now.toISOString()}::timestamptz at time zone ${agences.fuseau})::date`;

function filterOf(scope: Scope, now: Date, request: ListRequest): SQL | undefined {
  return and(
    visible(scope),
    request.client_id ? eq(factures.clientId, request.client_id) : undefined,
    request.agence_id ? eq(factures.agenceId, request.agence_id) : undefined,
    request.statut ? eq(factures.statut, request.statut) : undefined,
    request.type ? eq(factures.type, request.type) : undefined,
    request.periode ? eq(factures.periode, request.periode) : undefined,
    request.date_min ? gte(factures.dateEmission, request.date_min) : undefined,
    request.date_max ? lte(factures.dateEmission, request.date_max) : undefined,
    request.echues
      ? and(
          inArray(factures.statut, ["emise", "partiellement_payee"]),
          eq(factures.type, "facture"),
          sql`${factures.echeance} < ${dayAt(now)}`,
        )
      : undefined,
    request.q ? numeroOrClient(factures.numero, request.q) : undefined,
  );
}

export async function listFactures(
  db: Queryable,
  scope: Scope,
  now: Date,
  request: ListRequest,
): Promise<Page<FactureListRow>> {
  const filter = filterOf(scope, now, request);
  const ordering = orderingOf(request.ordering, { id: [factures.id] }, "-id");
  const page = await paginate(
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
    (row) => [row.facture.id],
  );
  if (!request.count) return page;
  const total = await db
    .select({ n: count() })
    .from(factures)
    .innerJoin(clients, eq(clients.id, factures.clientId))
    .innerJoin(agences, eq(agences.id, factures.agenceId))
    .where(filter);
  return { ...page, count: total[0]?.n ?? 0 };
}

/** Cents that credit notes have taken off a line. */
export const creditedOf = sql<number>`coalesce((select sum(a.montant_ttc) from facture_lignes a where a.ligne_origine_id = "facture_lignes"."id"), 0)::int`;

export async function findFacture(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<FactureFileRow | undefined> {
  const [rows, lignes, paid, related] = await Promise.all([
    opened(db, joined(db).where(and(eq(factures.id, id), visible(scope)))),
    db
      .select({ ligne: factureLignes, debut: prestations.debut, credite: creditedOf })
      .from(factureLignes)
      .leftJoin(prestations, eq(prestations.id, factureLignes.prestationId))
      .where(eq(factureLignes.factureId, id))
      .orderBy(asc(factureLignes.rang)),
    opened(
      db,
      db
        .select(columnsOf(paiements))
        .from(paiements)
        .where(eq(paiements.factureId, id))
        .orderBy(asc(paiements.date), asc(paiements.id)),
    ),
    opened(
      db,
      db
        .select(shown)
        .from(factures)
        .where(
          or(
            eq(factures.factureOrigineId, id),
            sql`${factures.id} = (select o.facture_origine_id from factures o where o.id = ${id})`,
          ),
        )
        .orderBy(asc(factures.id)),
    ),
  ]);
  const row = rows[0];
  if (!row) return undefined;
  return {
    ...row,
    lignes: lignes.map(({ ligne, debut, credite }) => ({ ...ligne, debut, credite })),
    paiements: paid,
    avoirs: related.filter((one) => one.factureOrigineId === id),
    origine: related.find((one) => one.id === row.facture.factureOrigineId) ?? null,
  };
}

export async function lockFacture(tx: Tx, scope: Scope, id: number): Promise<FactureRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(factures))
      .from(factures)
      .where(and(eq(factures.id, id), reachOf(scope)))
      .for("update"),
  );
  return rows[0];
}

export async function deleteDraft(tx: Tx, id: number): Promise<void> {
  await tx.delete(factureLignes).where(eq(factureLignes.factureId, id));
  await tx.delete(factures).where(eq(factures.id, id));
}

export async function updateFacture(
  tx: Tx,
  id: number,
  values: Partial<FactureRow>,
  now: Date,
): Promise<void> {
  const sealed = await sealChanges(tx, factures, { id }, values);
  await tx
    .update(factures)
    .set({ ...sealed, version: sql`${factures.version} + 1`, modifieLe: now })
    .where(eq(factures.id, id));
}

export async function insertPaiement(tx: Tx, values: PlainInsert<typeof paiements>): Promise<PaiementRow> {
  const sealed = await sealRows(tx, paiements, [values]);
  const [row] = await tx.insert(paiements).values(sealed).returning({ id: paiements.id });
  const query = tx.select(columnsOf(paiements)).from(paiements);
  const rows = await opened(tx, query.where(eq(paiements.id, row?.id ?? 0)));
  return rows[0] as PaiementRow;
}

/** Issued documents of a client within reach, newest first; at most `limit`. */
export async function listIssued(
  db: Queryable,
  scope: Scope,
  clientId: number,
  limit: number,
): Promise<ShownFacture[]> {
  return opened(
    db,
    db
      .select(shown)
      .from(factures)
      .where(and(reachOf(scope), eq(factures.clientId, clientId), gt(factures.sequence, 0)))
      .orderBy(desc(factures.dateEmission), desc(factures.id))
      .limit(limit),
  );
}
