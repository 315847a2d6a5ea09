import { eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { plugins } from "@/db/schema/interop";

export type PluginRow = typeof plugins.$inferSelect;

export async function selectPlugins(db: Queryable): Promise<PluginRow[]> {
  return db.select().from(plugins).orderBy(plugins.nom);
}

export async function findPlugin(db: Queryable, nom: string): Promise<PluginRow | undefined> {
  const rows = await db.select().from(plugins).where(eq(plugins.nom, nom));
  return rows[0];
}

/** Writes what an admin agreed to; what failed before counts no more. */
export async function enablePluginRow(
  tx: Tx,
  values: Pick<PluginRow, "nom" | "empreinte" | "evenements" | "modifieLe">,
): Promise<void> {
  const set = { ...values, actif: true, derniereErreur: null, derniereErreurLe: null };
  await tx.insert(plugins).values(set).onConflictDoUpdate({ target: plugins.nom, set });
}

/** False when it was not enabled. */
export async function disablePluginRow(tx: Tx, nom: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(plugins)
    .set({ actif: false, modifieLe: now })
    .where(eq(plugins.nom, nom))
    .returning({ nom: plugins.nom });
  return rows.length > 0;
}

export async function notePluginError(db: Queryable, nom: string, erreur: string, now: Date): Promise<void> {
  await db.update(plugins).set({ derniereErreur: erreur, derniereErreurLe: now }).where(eq(plugins.nom, nom));
}
