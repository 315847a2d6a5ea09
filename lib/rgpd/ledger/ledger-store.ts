import { and, asc, count, desc, eq, type SQL } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { effacements } from "@/db/schema/rgpd";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type EffacementRow = typeof effacements.$inferSelect;
type Subject = Pick<EffacementRow, "sujetType" | "sujetId" | "sujetCreeLe">;

/** Why somebody is forgotten, and when; `known`: the ledger knew of it before, from outside the database. */
export type Why = {
  motif: EffacementRow["motif"];
  now: Date;
  demandeId?: number;
  known?: { uid: string; effaceLe: Date };
};

/** Adds a line to the ledger; one that is there already is left alone. */
export async function insertEffacement(tx: Tx, subject: Subject, why: Why): Promise<void> {
  const { motif, now, demandeId = null, known } = why;
  await tx
    .insert(effacements)
    .values({ ...subject, motif, demandeId, ...(known ?? { effaceLe: now }) })
    .onConflictDoNothing();
}

/** The whole ledger, oldest first: it names nobody, and is short. */
export const allEffacements = (db: Queryable): Promise<EffacementRow[]> =>
  db.select().from(effacements).orderBy(asc(effacements.effaceLe), asc(effacements.uid));

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  sujet_type?: EffacementRow["sujetType"];
};
const orderings = { efface_le: [effacements.effaceLe, effacements.uid] } as const;

/** The ledger by page, the last erasure on top. */
export async function listEffacements(db: Queryable, request: ListRequest): Promise<Page<EffacementRow>> {
  const filter = request.sujet_type ? eq(effacements.sujetType, request.sujet_type) : undefined;
  const select = (where: SQL | undefined, orderBy: SQL[], limit: number) =>
    db
      .select()
      .from(effacements)
      .where(and(filter, where))
      .orderBy(...(orderBy.length > 0 ? orderBy : [desc(effacements.effaceLe)]))
      .limit(limit);
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, orderings, "-efface_le"),
      (part) => select(part.where, part.orderBy, part.limit),
      (row) => [row.effaceLe, row.uid],
    ),
    request.count ? db.select({ n: count() }).from(effacements).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}
