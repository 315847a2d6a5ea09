import { and, count, desc, eq, getTableColumns, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { factureLignes, factures } from "@/db/schema/factures";
import { auditScelles } from "@/db/schema/journal";
import { audit } from "@/db/schema/suivi";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { daySpan } from "@/lib/foundation/zoned";
import { entriesOf } from "./object-store";
import type { AuditFilters } from "./schemas";
import type { HistoryObject } from "./schemas-history";

export type AuditRow = typeof audit.$inferSelect;
export type Filters = Omit<AuditFilters, "format" | "lies"> & {
  /** Only what happened to these. */
  parmi?: readonly HistoryObject[];
};
type ListRequest = Filters & { limit: number; cursor?: string; ordering?: string; count?: boolean };

/** Days of the log are days in Paris: one clock for the whole organisation's trail. */
const ZONE = "Europe/Paris";

function filterOf(request: Filters): SQL | undefined {
  return and(
    request.parmi ? entriesOf(request.parmi) : undefined,
    request.action ? actionIs(request.action) : undefined,
    request.objet ? eq(audit.objetType, request.objet) : undefined,
    request.objet_id ? objectIs(request.objet_id) : undefined,
    request.acteur_id ? eq(audit.acteurId, request.acteur_id) : undefined,
    request.role ? eq(audit.role, request.role) : undefined,
    request.resultat ? eq(audit.resultat, request.resultat) : undefined,
    request.requete ? eq(audit.requete, request.requete) : undefined,
    request.date_min
      ? gte(audit.horodatage, daySpan(request.date_min, 1, ZONE).start.toISOString())
      : undefined,
    request.date_max ? lt(audit.horodatage, daySpan(request.date_max, 1, ZONE).end.toISOString()) : undefined,
  );
}

const numero = /^[A-Za-z]*\d{4}-\d+$/;

/**
 * An object's number; or the number printed on an invoice, with or without its series: then everything that happened to
 * the invoice, to its credit notes and to the visits on it.
 */
function objectIs(asked: string): SQL | undefined {
  if (!numero.test(asked)) return eq(audit.objetId, asked);
  const named = sql`select f.id from ${factures} f
    where f.numero = ${asked} or (${/^\d/.test(asked)} and f.numero like ${`%${asked}`})`;
  return or(
    and(
      eq(audit.objetType, "facture"),
      sql`${audit.objetId} in (select g.id::text from ${factures} g where g.id in (${named}) or g.facture_origine_id in (${named}))`,
    ),
    and(
      eq(audit.objetType, "prestation"),
      sql`${audit.objetId} in (select l.prestation_id::text from ${factureLignes} l where l.facture_id in (${named}))`,
    ),
  );
}

/** `facture.issue`, or `facture.` for everything done to invoices. */
function actionIs(action: string): SQL {
  const plain = action.replace(/[%_\\]/g, "");
  return action.includes(".") && !action.endsWith(".")
    ? eq(audit.action, plain)
    : sql`${audit.action} like ${`${plain}%`}`;
}

export async function listAudit(db: Queryable, request: ListRequest): Promise<Page<AuditRow>> {
  const filter = filterOf(request);
  const page = await paginate(
    request,
    orderingOf(request.ordering, { id: [audit.id] }, "-id"),
    (part) =>
      db
        .select()
        .from(audit)
        .where(and(filter, part.where))
        .orderBy(...part.orderBy)
        .limit(part.limit),
    (row) => [row.id],
  );
  if (!request.count) return page;
  const total = await db.select({ n: count() }).from(audit).where(filter);
  return { ...page, count: total[0]?.n ?? 0 };
}

export async function findAudit(
  db: Queryable,
  id: number,
): Promise<{ row: AuditRow; before: { feuille: string } | undefined } | undefined> {
  const rows = await db.select().from(audit).where(eq(audit.id, id));
  const row = rows[0];
  if (!row) return undefined;
  const previous = await db
    .select({ feuille: audit.feuille })
    .from(audit)
    .where(and(eq(audit.flux, row.flux), eq(audit.seq, row.seq - 1)));
  return { row, before: previous[0] ?? (await sealedLeaf(db, row.flux, row.seq - 1)) };
}

/** What stands around an entry: the leaf before it, the leaf that was sealed, the size of the checkpoint above it. */
export type EntryProof = { avant: string | null; scellee: string | null; point: number | null };

/** The proofs of some entries, by id. */
export async function proofsOf(db: Queryable, ids: readonly number[]): Promise<Map<number, EntryProof>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<EntryProof & { id: string }>(sql`
    select a.id, coalesce(b.feuille, encode(p.feuille, 'hex')) as avant, encode(s.feuille, 'hex') as scellee,
      (select min(c.taille)::integer from audit_points c where c.taille > s.rang) as point
    from audit a
    left join audit b on b.flux = a.flux and b.seq = a.seq - 1
    left join audit_scelles p on b.id is null and p.flux = a.flux and p.seq = a.seq - 1
    left join audit_scelles s on s.entree_id = a.id
    where a.id in (${sql.join([...ids], sql`, `)})`);
  return new Map([...rows].map(({ id, ...proof }) => [Number(id), proof]));
}

/** The leaf of an entry whose text was pruned. */
async function sealedLeaf(
  db: Queryable,
  flux: string,
  seq: number,
): Promise<{ feuille: string } | undefined> {
  const rows = await db
    .select({ feuille: sql<string>`encode(${auditScelles.feuille}, 'hex')` })
    .from(auditScelles)
    .where(and(eq(auditScelles.flux, flux), eq(auditScelles.seq, seq)));
  return rows[0];
}

/** What a list shows of an entry: without its text, which is most of it. */
const { canon: _canon, precedent: _precedent, feuille: _feuille, ...shown } = getTableColumns(audit);
export type ShownRow = Omit<AuditRow, "canon" | "precedent" | "feuille">;

/** The newest `limit` entries below an id that fit the filters. */
export async function entriesBelow(
  db: Queryable,
  filters: Filters,
  below: number,
  limit: number,
): Promise<ShownRow[]> {
  return db
    .select(shown)
    .from(audit)
    .where(and(filterOf(filters), lt(audit.id, below)))
    .orderBy(desc(audit.id))
    .limit(limit);
}

/** The id after the newest entry's. */
export async function endOfLog(db: Queryable): Promise<number> {
  const rows = await db.select({ id: audit.id }).from(audit).orderBy(desc(audit.id)).limit(1);
  return (rows[0]?.id ?? 0) + 1;
}
