import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences, parametres } from "@/db/schema/organisation";
import { type CleParametre, clesParametre } from "@/lib/foundation/parametres";

export type ParametreRow = typeof parametres.$inferSelect;

export async function agenceExists(db: Queryable, id: number): Promise<boolean> {
  const rows = await db.select({ id: agences.id }).from(agences).where(eq(agences.id, id));
  return rows.length > 0;
}

/** The rows that decide about these settings: the product's, and those of one agency. */
export async function selectParametres(
  db: Queryable,
  agenceId: number | undefined,
  cles: readonly CleParametre[] = clesParametre,
): Promise<ParametreRow[]> {
  const general = isNull(parametres.agenceId);
  return db
    .select()
    .from(parametres)
    .where(
      and(
        inArray(parametres.cle, [...cles]),
        agenceId === undefined ? general : or(general, eq(parametres.agenceId, agenceId)),
      ),
    );
}

/** Lets one change of a setting at a time pass, also where there is no row to lock yet. */
export async function lockParametre(tx: Tx, cle: CleParametre): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`parametre:${cle}`}, 0))`);
}

/** Writes a value; null is kept as a row without one, so that versions only grow. */
export async function saveParametre(
  tx: Tx,
  {
    before,
    now,
    ...row
  }: {
    before: ParametreRow | undefined;
    cle: CleParametre;
    agenceId: number | null;
    valeur: number | null;
    now: Date;
  },
): Promise<void> {
  const valeur = sql`${JSON.stringify(row.valeur)}::jsonb`;
  if (!before) await tx.insert(parametres).values({ ...row, valeur, modifieLe: now });
  else
    await tx
      .update(parametres)
      .set({ valeur, version: before.version + 1, modifieLe: now })
      .where(eq(parametres.id, before.id));
}
