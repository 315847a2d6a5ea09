import { and, asc, eq, gt, gte, inArray, isNotNull } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened } from "@/db/vault/open";
import { movable } from "./prestation";
import type { LockedPrestation } from "./store";

/** Days of a series from `du` on that have their visit, a cancelled one too. */
export async function selectOccurrenceDays(db: Queryable, serieId: number, du: string): Promise<Set<string>> {
  const rows = await db
    .select({ jour: prestations.serieJour })
    .from(prestations)
    .where(
      and(eq(prestations.serieId, serieId), isNotNull(prestations.serieJour), gte(prestations.serieJour, du)),
    );
  return new Set(rows.map(({ jour }) => jour as string));
}

/** Visits of a series to come that may still change, of the days from `du` on, locked in order. */
export function lockOccurrences(
  tx: Tx,
  serieId: number,
  { du, now }: { du: string; now: Date },
): Promise<LockedPrestation[]> {
  return opened(
    tx,
    tx
      .select({ prestation: columnsOf(prestations), agence: agences })
      .from(prestations)
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .where(
        and(
          eq(prestations.serieId, serieId),
          gte(prestations.serieJour, du),
          gt(prestations.debut, now),
          inArray(prestations.statut, [...movable]),
        ),
      )
      .orderBy(asc(prestations.id))
      .for("update", { of: prestations }),
  );
}
