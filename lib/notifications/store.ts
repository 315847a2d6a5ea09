import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { notifications } from "@/db/schema/suivi";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type NotificationRow = typeof notifications.$inferSelect;

/** Adds a notice and gives its id; undefined when the same event has told this person already. */
export async function insertNotification(
  tx: Tx,
  values: typeof notifications.$inferInsert,
): Promise<number | undefined> {
  const rows = await tx
    .insert(notifications)
    .values(values)
    .onConflictDoNothing({ target: notifications.cle })
    .returning({ id: notifications.id });
  return rows[0]?.id;
}

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  non_lues?: boolean;
  id?: number;
};
/** `non_lue`: with a `-` in front, unread ones first, each part newest first. */
const orderings = { id: [notifications.id], non_lue: [notifications.nonLue, notifications.id] } as const;

export async function listNotifications(
  db: Queryable,
  utilisateurId: number,
  request: ListRequest,
): Promise<Page<NotificationRow>> {
  const filter = and(
    eq(notifications.utilisateurId, utilisateurId),
    request.id === undefined ? undefined : eq(notifications.id, request.id),
    request.non_lues ? eq(notifications.nonLue, 1) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select()
          .from(notifications)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => (ordering.columns.length === 1 ? [row.id] : [row.nonLue, row.id]),
    ),
    request.count ? db.select({ n: count() }).from(notifications).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

/** Marks one notice, or all, of a person as read or not; returns how many there were. */
export async function markNotifications(
  tx: Tx,
  utilisateurId: number,
  id: number | undefined,
  lueLe: Date | null,
): Promise<number> {
  const one: SQL | undefined = id === undefined ? undefined : eq(notifications.id, id);
  const rows = await tx
    .update(notifications)
    .set({
      lueLe:
        lueLe === null ? null : sql`coalesce(${notifications.lueLe}, ${lueLe.toISOString()}::timestamptz)`,
    })
    .where(and(eq(notifications.utilisateurId, utilisateurId), one))
    .returning({ id: notifications.id });
  return rows.length;
}
