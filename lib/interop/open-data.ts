/** Nothing is published that speaks of fewer people than this. */
export const FEWEST_PEOPLE = 11;
/** Stands in place of an activity or a commune that is counted together with others. */
export const OTHERS = "autres";

/** What one month, activity and commune hold; `clients` are ids, which never leave the server. */
export type Cell = {
  mois: string;
  activite: string;
  commune: string;
  prestations: number;
  minutes: number;
  clients: readonly number[];
};

/** A group of cells published as one; `cells` is what it was made of. */
export type Group = { mois: string; activite: string; commune: string; cells: readonly Cell[] };

export const peopleIn = (cells: readonly Cell[]): number =>
  new Set(cells.flatMap(({ clients }) => clients)).size;

/**
 * Parts the cells into groups of at least eleven people each. A cell that is too small joins the others of its activity
 * ("autres" communes), with the smallest large one when they are still too few; an activity that is too small joins
 * "autres" activities in the same way; a month that is too small is left out. Every cell is in one group at most, so that
 * whatever is added or subtracted from published figures is a sum of whole groups.
 */
export function partition(cells: readonly Cell[]): Group[] {
  const byMonth = Map.groupBy(cells, ({ mois }) => mois);
  return [...byMonth].sort(byKey).flatMap(([mois, inMonth]) => partMonth(mois, inMonth));
}

function partMonth(mois: string, cells: readonly Cell[]): Group[] {
  const byActivity = Map.groupBy(cells, ({ activite }) => activite);
  const parts = [...byActivity].sort(byKey).map(([activite, inActivity]) => {
    const single = Map.groupBy(inActivity, ({ commune }) => commune);
    const { kept, joined } = join([...single].sort(byKey));
    const named = kept.map(([commune, of]): Group => ({ mois, activite, commune, cells: of }));
    const others = joined.length > 0 ? [{ mois, activite, commune: OTHERS, cells: joined }] : [];
    return [activite, [...named, ...others]] as const;
  });
  const { kept, joined } = join(
    parts.map(([activite, groups]): Entry => [activite, groups.flatMap((group) => group.cells)]),
  );
  const whole = new Set(kept.map(([activite]) => activite));
  const groups = parts.filter(([activite]) => whole.has(activite)).flatMap(([, of]) => of);
  if (joined.length > 0) groups.push({ mois, activite: OTHERS, commune: OTHERS, cells: joined });
  return groups.every((group) => peopleIn(group.cells) >= FEWEST_PEOPLE) ? groups : [];
}

type Entry = [name: string, cells: readonly Cell[]];

/** Joins the entries that are too small, and then the smallest large ones until they are enough together. */
function join(entries: readonly Entry[]): { kept: Entry[]; joined: Cell[] } {
  const isLarge = ([, cells]: Entry) => peopleIn(cells) >= FEWEST_PEOPLE;
  const kept = entries.filter(isLarge).sort(([, a], [, b]) => peopleIn(b) - peopleIn(a));
  const joined = entries.filter((entry) => !isLarge(entry)).flatMap(([, cells]) => cells);
  while (joined.length > 0 && peopleIn(joined) < FEWEST_PEOPLE) {
    const smallest = kept.pop();
    if (!smallest) break;
    joined.push(...smallest[1]);
  }
  return { kept: kept.sort(byKey), joined };
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

/** Each activity's groups of a month as one: sums of what is published anyway. */
export function byActivity(groups: readonly Group[]): Group[] {
  const together = Map.groupBy(groups, ({ mois, activite }) => `${mois} ${activite}`);
  return [...together.values()].map((of) => {
    const { mois, activite } = of[0] as Group;
    return { mois, activite, commune: "", cells: of.flatMap(({ cells }) => cells) };
  });
}
