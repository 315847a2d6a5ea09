import { and, asc, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites, tarifs } from "@/db/schema/activites";
import { statement } from "@/db/statement";

export type Tarif = {
  prixHoraireTtc: number;
  minimumMin: number;
  tauxTvaBp: number;
  du: string;
  au: string | null;
};
export type ActiviteRow = typeof activites.$inferSelect;

type TarifsAsked = { agenceId: number; activiteId: number; du: string; au: string };

const tarifsOf = statement<TarifsAsked, Tarif[]>((db, { agenceId, activiteId, du, au }) =>
  db
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
        eq(tarifs.agenceId, agenceId),
        eq(tarifs.activiteId, activiteId),
        lte(tarifs.du, au),
        or(isNull(tarifs.au), gte(tarifs.au, du)),
      ),
    )
    .orderBy(asc(tarifs.du)),
);

/** Prices of an activity in an agency in force at some time between two civil days, oldest first. */
export const selectTarifs = (db: Queryable, where: TarifsAsked): Promise<Tarif[]> => tarifsOf(db, where);

/** Active activities, oldest first. */
export function selectActivites(db: Queryable): Promise<ActiviteRow[]> {
  return db.select().from(activites).where(eq(activites.actif, true)).orderBy(asc(activites.id));
}

const byCode = statement<{ code: string }, ActiviteRow[]>((db, { code }) =>
  db
    .select()
    .from(activites)
    .where(and(eq(activites.actif, true), eq(activites.code, code))),
);

/** The active activity with this code. */
export async function selectActiviteByCode(db: Queryable, code: string): Promise<ActiviteRow | undefined> {
  const [found] = await byCode(db, { code });
  return found;
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
