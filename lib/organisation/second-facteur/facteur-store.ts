import { and, count, eq, isNull } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { codesSecours, secondsFacteurs } from "@/db/schema/comptes";
import { seal, unseal } from "@/lib/foundation/sealed";

export type Facteur = {
  /** Base32; null until a first code was given. */
  secret: string | null;
  enAttente: string | null;
  activeLe: Date | null;
  dernierPas: number;
};

const purposeOf = (utilisateurId: number) => `second_facteur:${utilisateurId}`;

function opened(row: typeof secondsFacteurs.$inferSelect | undefined): Facteur | undefined {
  if (!row) return undefined;
  const open = (text: string | null) => (text === null ? null : unseal(text, purposeOf(row.utilisateurId)));
  const { activeLe, dernierPas } = row;
  return { secret: open(row.secret), enAttente: open(row.enAttente), activeLe, dernierPas };
}

export async function findFacteur(db: Queryable, utilisateurId: number): Promise<Facteur | undefined> {
  const rows = await db
    .select()
    .from(secondsFacteurs)
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId));
  return opened(rows[0]);
}

/** Locks the row, so that one code sent twice at once is accepted once. */
export async function lockFacteur(tx: Tx, utilisateurId: number): Promise<Facteur | undefined> {
  const rows = await tx
    .select()
    .from(secondsFacteurs)
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId))
    .for("update");
  return opened(rows[0]);
}

/** Keeps a secret that waits for its first code; what is in use stays in use. */
export async function savePending(tx: Tx, utilisateurId: number, secret: string, now: Date): Promise<void> {
  const enAttente = seal(secret, purposeOf(utilisateurId));
  await tx
    .insert(secondsFacteurs)
    .values({ utilisateurId, enAttente, creeLe: now })
    .onConflictDoUpdate({ target: secondsFacteurs.utilisateurId, set: { enAttente } });
}

/** The secret that waited is the one in use; `step` is that of the code that showed it. */
export async function activateFacteur(
  tx: Tx,
  utilisateurId: number,
  secret: string,
  step: number,
  now: Date,
): Promise<void> {
  const sealed = seal(secret, purposeOf(utilisateurId));
  await tx
    .update(secondsFacteurs)
    .set({ secret: sealed, enAttente: null, activeLe: now, dernierPas: step })
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId));
}

export async function noteStep(tx: Tx, utilisateurId: number, step: number): Promise<void> {
  await tx
    .update(secondsFacteurs)
    .set({ dernierPas: step })
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId));
}

/** Whether there was one in use. */
export async function deleteFacteur(tx: Tx, utilisateurId: number): Promise<boolean> {
  await tx.delete(codesSecours).where(eq(codesSecours.utilisateurId, utilisateurId));
  const rows = await tx
    .delete(secondsFacteurs)
    .where(eq(secondsFacteurs.utilisateurId, utilisateurId))
    .returning({ activeLe: secondsFacteurs.activeLe });
  return Boolean(rows[0]?.activeLe);
}

/** New codes; all earlier ones stop working. */
export async function replaceCodes(
  tx: Tx,
  utilisateurId: number,
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  await tx.delete(codesSecours).where(eq(codesSecours.utilisateurId, utilisateurId));
  await tx
    .insert(codesSecours)
    .values(hashes.map((empreinte) => ({ utilisateurId, empreinte, creeLe: now })));
}

/** Marks a code used, in one statement: of two at once, one gets the row. */
export async function spendCode(tx: Tx, utilisateurId: number, empreinte: string, now: Date) {
  const unused = isNull(codesSecours.utiliseLe);
  const rows = await tx
    .update(codesSecours)
    .set({ utiliseLe: now })
    .where(and(eq(codesSecours.utilisateurId, utilisateurId), eq(codesSecours.empreinte, empreinte), unused))
    .returning({ id: codesSecours.id });
  return rows.length === 1;
}

export async function countCodes(db: Queryable, utilisateurId: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(codesSecours)
    .where(and(eq(codesSecours.utilisateurId, utilisateurId), isNull(codesSecours.utiliseLe)));
  return rows[0]?.n ?? 0;
}
