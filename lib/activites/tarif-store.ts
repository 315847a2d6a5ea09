import { and, asc, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites, tarifs } from "@/db/schema/activites";

export type Tarif = {
  prixHoraireTtc: number;
  minimumMin: number;
  tauxTvaBp: number;
  du: string;
  au: string | null;
};
export type ActiviteRow = typeof activites.$inferSelect;

/** Prices of an activity in an agency in force at some time between two civil days, oldest first. */
export function selectTarifs(
  db: Queryable,
  where: { agenceId: number; activiteId: number; du: string; au: string },
): Promise<Tarif[]> {
  return db
    .select({
      prixHoraireTtc: tarifs.prixHoraireTtc,
      minimumMin: tarifs.minimumMin,
      tauxTvaBp: tarifs.tauxTvaBp,
      du: tarifs.du,
      au: tarifs.au,
    })
    .from(tarifs)
    .where(
      and(
        eq(tarifs.agenceId, where.agenceId),
        eq(tarifs.activiteId, where.activiteId),
        lte(tarifs.du, where.au),
        or(isNull(tarifs.au), gte(tarifs.au, where.du)),
      ),
    )
    .orderBy(asc(tarifs.du));
}

/** Active activities: the one with this code, or all of them when none is asked for. */
export function selectActivites(db: Queryable, code?: string): Promise<ActiviteRow[]> {
  return db
    .select()
    .from(activites)
    .where(and(eq(activites.actif, true), code === undefined ? undefined : eq(activites.code, code)))
    .orderBy(asc(activites.id));
}

/** Codes that an agency sells on a civil day. */
export async function selectSoldCodes(db: Queryable, agenceId: number, jour: string): Promise<string[]> {
  const rows = await db
    .select({ code: activites.code })
    .from(tarifs)
    .innerJoin(activites, eq(activites.id, tarifs.activiteId))
    .where(
      and(
        eq(tarifs.agenceId, agenceId),
        eq(activites.actif, true),
        lte(tarifs.du, jour),
        or(isNull(tarifs.au), gte(tarifs.au, jour)),
      ),
    )
    .orderBy(asc(activites.code));
  return rows.map(({ code }) => code);
}

export async function selectActivite(db: Queryable, id: number): Promise<ActiviteRow | undefined> {
  const rows = await db.select().from(activites).where(eq(activites.id, id));
  return rows[0];
}
