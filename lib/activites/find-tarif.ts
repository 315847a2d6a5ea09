import type { Queryable } from "@/db/client";
import { selectTarifs, type Tarif } from "./tarif-store";

export type { Tarif } from "./tarif-store";

/** Prices of an activity in an agency in force at some time between two civil days (YYYY-MM-DD), oldest first. */
export function findTarifs(
  db: Queryable,
  where: { agenceId: number; activiteId: number; du: string; au: string },
): Promise<Tarif[]> {
  return selectTarifs(db, where);
}

/** The price in force on a civil day among `tarifs`; undefined when the agency does not sell the activity then. */
export function tarifOn(tarifs: readonly Tarif[], jour: string): Tarif | undefined {
  return tarifs.find(({ du, au }) => du <= jour && (au === null || jour <= au));
}
