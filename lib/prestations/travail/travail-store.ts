import { and, asc, eq, gte, inArray, lt, ne, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { adresses } from "@/db/schema/clients";
import { prestations } from "@/db/schema/prestations";
import { opened, toOpen } from "@/db/vault/open";

type Asked = { ids: readonly number[]; debut: Date; fin: Date; exclure?: number };

/** Visits of people that begin in [debut, fin), with where they are; cancelled ones left out. */
export async function selectVisites(db: Queryable, { ids, debut, fin, exclure }: Asked) {
  return opened(
    db,
    db
      .select({
        id: prestations.id,
        intervenantId: prestations.intervenantId,
        debut: prestations.debut,
        fin: prestations.fin,
        adresseId: prestations.adresseId,
        latitude: toOpen(adresses.latitude),
        longitude: toOpen(adresses.longitude),
      })
      .from(prestations)
      .innerJoin(adresses, eq(adresses.id, prestations.adresseId))
      .where(
        and(
          inArray(prestations.intervenantId, [...ids]),
          ne(prestations.statut, "annulee"),
          gte(prestations.debut, debut),
          lt(prestations.debut, fin),
          exclure === undefined ? undefined : ne(prestations.id, exclure),
        ),
      )
      .orderBy(asc(prestations.debut)),
  );
}

/** Minutes of visits by person and civil day; one statement whatever the number of people and weeks. */
export async function selectJours(
  db: Queryable,
  { ids, debut, fin, exclure }: Asked,
  fuseau: string,
): Promise<Map<number, Map<string, number>>> {
  const day = sql<string>`to_char(${prestations.debut} at time zone ${fuseau}, 'YYYY-MM-DD')`;
  const rows = await db
    .select({
      intervenantId: prestations.intervenantId,
      jour: day,
      minutes:
        sql<number>`round(sum(extract(epoch from ${prestations.fin} - ${prestations.debut})) / 60)`.mapWith(
          Number,
        ),
    })
    .from(prestations)
    .where(
      and(
        inArray(prestations.intervenantId, [...ids]),
        ne(prestations.statut, "annulee"),
        gte(prestations.debut, debut),
        lt(prestations.debut, fin),
        exclure === undefined ? undefined : ne(prestations.id, exclure),
      ),
    )
    .groupBy(prestations.intervenantId, sql`2`);
  const found = new Map<number, Map<string, number>>();
  for (const { intervenantId, jour, minutes } of rows) {
    const mine = found.get(intervenantId ?? 0) ?? new Map<string, number>();
    found.set(intervenantId ?? 0, mine.set(jour, minutes));
  }
  return found;
}
