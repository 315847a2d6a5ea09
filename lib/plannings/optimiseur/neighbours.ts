import type { Instance } from "./instance.ts";

/** Packs a rounded distance and a number below this into one sortable key. */
const NUMBERS = 65_536;
const WAITING = 0.2;

/** For each visit all others by how near they are, nearest first, itself at the head; at most `most`. */
export function nearest(instance: Instance, most: number): Int32Array[] {
  const { place, places, cost } = instance;
  return ranked(instance, most, (a, b) => {
    const [from, to] = [place[a] as number, place[b] as number];
    return (cost[from * places + to] as number) + (cost[to * places + from] as number);
  });
}

/**
 * The same by how well one can follow the other: way, waiting and lateness that are certain (Vidal et al. 2013). Whoever
 * serves one of these is whom a visit is offered first, where there are too many to ask all.
 */
export function fitting(instance: Instance, most: number): Int32Array[] {
  const after = (a: number, b: number) => {
    const way = (instance.place[a] as number) * instance.places + (instance.place[b] as number);
    const takes = (instance.duration[a] as number) + (instance.time[way] as number);
    const waits = (instance.opens[b] as number) - takes - (instance.closes[a] as number);
    const late = (instance.opens[a] as number) + takes - (instance.closes[b] as number);
    return (instance.cost[way] as number) + WAITING * Math.max(0, waits) + Math.max(0, late);
  };
  return ranked(instance, most, (a, b) => Math.min(after(a, b), after(b, a)));
}

function ranked({ visits }: Instance, most: number, far: (a: number, b: number) => number): Int32Array[] {
  const keys = new Float64Array(visits);
  return Array.from({ length: visits }, (_, visit) => {
    for (let other = 0; other < visits; other++)
      keys[other] = (other === visit ? 0 : Math.round(far(visit, other) * 8) + 1) * NUMBERS + other;
    return Int32Array.from(keys.slice().sort().subarray(0, most), (key) => key % NUMBERS);
  });
}
