/** Key of a place in sorted order: its least cost in 1/64 units, and its number below this many. */
const PLACES = 65_536;

/** Places where a half could go: parallel arrays, so that nothing is allocated while searching. */
export class Places {
  readonly tour: Int32Array;
  readonly index: Int32Array;
  readonly least: Float64Array;
  readonly at: Float64Array;
  /** The part of `least` that others pay for being pushed. */
  readonly push: Float64Array;
  private readonly keys: Float64Array;
  count = 0;

  constructor(most: number) {
    this.tour = new Int32Array(most);
    this.index = new Int32Array(most);
    this.least = new Float64Array(most);
    this.at = new Float64Array(most);
    this.push = new Float64Array(most);
    this.keys = new Float64Array(most);
  }

  add(tour: number, index: number, least: number, at: number): void {
    this.tour[this.count] = tour;
    this.index[this.count] = index;
    this.least[this.count] = least;
    this.at[this.count++] = at;
  }

  pushes(k: number, cost: number): void {
    this.push[k] = cost;
    this.least[k] = (this.least[k] as number) + cost;
  }

  /** By least cost (to 1/64): the search stops early, so the cheap ones must come first. */
  sort(): void {
    for (let i = 0; i < this.count; i++)
      this.keys[i] = Math.floor((this.least[i] as number) * 64) * PLACES + i;
    this.keys.subarray(0, this.count).sort();
  }

  order(rank: number): number {
    const key = this.keys[rank] as number;
    return key - Math.floor(key / PLACES) * PLACES;
  }
}
