import { and, asc, count, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Db, Queryable, Tx } from "@/db/client";
import { abonnementsAgenda } from "@/db/schema/plannings";

export type AbonnementRow = typeof abonnementsAgenda.$inferSelect;

const live = (utilisateurId: number) =>
  and(eq(abonnementsAgenda.utilisateurId, utilisateurId), isNull(abonnementsAgenda.revoqueLe));

/** A person's addresses that still answer, oldest first. */
export function selectAbonnements(db: Queryable, utilisateurId: number): Promise<AbonnementRow[]> {
  return db
    .select()
    .from(abonnementsAgenda)
    .where(live(utilisateurId))
    .orderBy(asc(abonnementsAgenda.id))
    .limit(50);
}

/** Counts them under a lock of the person's own, so that two at once cannot pass a limit together. */
export async function countAbonnements(tx: Tx, utilisateurId: number): Promise<number> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('abonnements_agenda'), ${utilisateurId}::integer)`,
  );
  const rows = await tx.select({ n: count() }).from(abonnementsAgenda).where(live(utilisateurId));
  return rows[0]?.n ?? 0;
}

type NewAbonnement = { utilisateurId: number; nom: string; empreinte: string };

export async function insertAbonnement(tx: Tx, values: NewAbonnement, now: Date): Promise<AbonnementRow> {
  const rows = await tx
    .insert(abonnementsAgenda)
    .values({ ...values, secretLe: now, creeLe: now, modifieLe: now })
    .returning();
  return rows[0] as AbonnementRow;
}

/** Changes one of the person's own; undefined when it is absent, revoked or somebody else's. */
export async function updateAbonnement(
  tx: Tx,
  who: { id: number; utilisateurId: number },
  values: { empreinte: string; secretLe: Date } | { revoqueLe: Date },
  now: Date,
): Promise<AbonnementRow | undefined> {
  const rows = await tx
    .update(abonnementsAgenda)
    .set({ ...values, version: sql`${abonnementsAgenda.version} + 1`, modifieLe: now })
    .where(and(eq(abonnementsAgenda.id, who.id), live(who.utilisateurId)))
    .returning();
  return rows[0];
}

export async function findByEmpreinte(
  db: Queryable,
  empreinte: string,
): Promise<{ id: number; utilisateurId: number } | undefined> {
  const rows = await db
    .select({ id: abonnementsAgenda.id, utilisateurId: abonnementsAgenda.utilisateurId })
    .from(abonnementsAgenda)
    .where(and(eq(abonnementsAgenda.empreinte, empreinte), isNull(abonnementsAgenda.revoqueLe)));
  return rows[0];
}

const SEEN_MS = 300_000;

/** Notes that it was read, at most once in five minutes. */
export async function touchAbonnement(db: Db, id: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - SEEN_MS);
  await db
    .update(abonnementsAgenda)
    .set({ luLe: now })
    .where(
      and(
        eq(abonnementsAgenda.id, id),
        or(isNull(abonnementsAgenda.luLe), lt(abonnementsAgenda.luLe, before)),
      ),
    );
}
