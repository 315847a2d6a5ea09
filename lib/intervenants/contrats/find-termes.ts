import type { Queryable } from "@/db/client";
import type { Convention } from "@/lib/organisation/conventions/regle";
import { selectTermes } from "./contrat-store";
import { termesOn } from "./termes";

export type TermesTenus = {
  convention: Convention;
  minutesSemaine: number;
  minutesAnnee: number | null;
  /** Of the contract in force; null without one. */
  debut: string | null;
};

/**
 * What is agreed with people on a day: their contract's terms, or else the hours of their file and the agreement of
 * their agency. For higher slices, in their own transaction; two statements.
 */
export async function findTermes(
  db: Queryable,
  ids: readonly number[],
  { jour, convention }: { jour: string; convention: Convention },
): Promise<Map<number, TermesTenus>> {
  const { people, avenants } = await selectTermes(db, ids, jour);
  const of = Map.groupBy(avenants, ({ intervenantId }) => intervenantId);
  return new Map(
    people.map(({ id, minutes }): [number, TermesTenus] => {
      const held = termesOn(of.get(id) ?? [], jour);
      if (!held) return [id, { convention, minutesSemaine: minutes, minutesAnnee: null, debut: null }];
      const { minutesSemaine, minutesAnnee, debut } = held;
      return [id, { convention: held.convention, minutesSemaine, minutesAnnee, debut }];
    }),
  );
}
