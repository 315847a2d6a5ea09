import { parseDate } from "@internationalized/date";
import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { presentConstats } from "@/lib/prestations/travail/enforce-travail";
import { constatsOf } from "@/lib/prestations/travail/load-travail";
import { constatWords } from "@/lib/prestations/travail/words";
import { isBlocking } from "../conflits/conflits";
import { selectDerogees, type VisitePubliee } from "./store";

/** A working-time rule that stands against publishing, with the person whom it protects. */
export type Bloquant = ReturnType<typeof presentConstats>[number] & {
  intervenant_id: number;
  phrase: string;
};

/**
 * Rules that block in a week and that no written reason passes, of visits to come; five statements whatever the number
 * of people.
 */
export async function blockingOf(
  db: Queryable,
  { locale, now }: Context,
  agenceId: number,
  week: { du: string; visites: readonly VisitePubliee[] },
): Promise<Bloquant[]> {
  const coming = week.visites.filter(({ debut }) => Date.parse(debut) >= now.getTime());
  const ahead = new Set(coming.map(({ id }) => id));
  const who = new Set(coming.flatMap(({ intervenant }) => intervenant ?? []));
  const ids = [...who].sort((a, b) => a - b);
  const au = parseDate(week.du).add({ days: 6 }).toString();
  const [constats, passed] = await Promise.all([
    constatsOf(db, agenceId, { ids, du: week.du, au }),
    selectDerogees(db, [...ahead]),
  ]);
  return [...constats].flatMap(([intervenant_id, found]) => {
    const blocks = found.filter(
      (one) => isBlocking(one, passed) && one.visites.some((visite) => ahead.has(visite)),
    );
    return presentConstats(blocks).map((one, at) => ({
      ...one,
      intervenant_id,
      phrase: constatWords(locale, blocks[at] as (typeof blocks)[number]),
    }));
  });
}

/** The refusal that names each rule with its figure. */
export function refuseBlocked(bloquants: readonly Bloquant[]): Refused {
  const precision = bloquants[0]?.phrase ?? "";
  return new Refused("publicationBlocked", {
    params: { count: bloquants.length, precision },
    extra: { constats: [...bloquants] },
  });
}
