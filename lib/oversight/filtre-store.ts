import { and, eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { filtresJournal } from "@/db/schema/journal";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealChanges, sealRows } from "@/db/vault/seal";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { FiltreShape } from "./schemas-filtre";

type FiltreRow = Plain<typeof filtresJournal>;

/** The filters that an account keeps, oldest first: a few, so that they are read whole. */
export const selectFiltres = (db: Queryable, scope: Scope): Promise<FiltreRow[]> =>
  opened(
    db,
    db
      .select(columnsOf(filtresJournal))
      .from(filtresJournal)
      .where(within(scope, { utilisateur: filtresJournal.utilisateurId }))
      .orderBy(filtresJournal.id),
  );

/** One change of an account's filters at a time: names are sealed, so no index holds them apart. */
export async function lockFiltres(tx: Tx, utilisateurId: number): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`filtres_journal:${utilisateurId}`}, 0))`,
  );
}

export async function insertFiltre(tx: Tx, values: PlainInsert<typeof filtresJournal>): Promise<number> {
  const rows = await tx
    .insert(filtresJournal)
    .values(await sealRows(tx, filtresJournal, [values]))
    .returning({ id: filtresJournal.id });
  return rows[0]?.id ?? 0;
}

export async function updateFiltreRow(
  tx: Tx,
  { id, utilisateurId }: FiltreRow,
  changes: Partial<PlainInsert<typeof filtresJournal>>,
): Promise<void> {
  const sealed = await sealChanges(tx, filtresJournal, { id, utilisateurId }, changes);
  await tx.update(filtresJournal).set(sealed).where(eq(filtresJournal.id, id));
}

/** Whether it was there, within reach. */
export async function deleteFiltreRow(tx: Tx, scope: Scope, id: number): Promise<boolean> {
  const rows = await tx
    .delete(filtresJournal)
    .where(and(eq(filtresJournal.id, id), within(scope, { utilisateur: filtresJournal.utilisateurId })))
    .returning({ id: filtresJournal.id });
  return rows.length > 0;
}

export const presentFiltre = (row: FiltreRow): FiltreShape => ({
  id: row.id,
  nom: row.nom,
  filtre: row.filtre as FiltreShape["filtre"],
  cree_le: row.creeLe.toISOString(),
  modifie_le: row.modifieLe.toISOString(),
});
