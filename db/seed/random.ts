/** The demonstration's own dice: the same seed always throws the same numbers (mulberry32). */
export type Dice = {
  /** Integer in [min, max]. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in their own order. */
  sample<T>(items: readonly T[], count: number): T[];
  hex(digits: number): string;
};

/** Dice for one subject; each part of the demonstration has its own, so that one never shifts another. */
export function dice(subject: string): Dice {
  let state = [...subject].reduce(
    (hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619),
    2_166_136_261,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    sample: (items, count) => {
      const ranked = items.map((item, index) => ({ item, index, rank: next() }));
      const kept = ranked.sort((a, b) => a.rank - b.rank).slice(0, count);
      return kept.sort((a, b) => a.index - b.index).map(({ item }) => item);
    },
    hex: (digits) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join(""),
  };
}

/** The item at `index`, counted round and round; throws on an empty list. */
export function at<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new RangeError("empty list");
  return items[((index % items.length) + items.length) % items.length] as T;
}
