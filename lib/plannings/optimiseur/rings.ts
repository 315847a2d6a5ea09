import type { Instance } from "./instance.ts";
import type { State } from "./state.ts";

/**
 * Who must come before whom through the links of two-person services, as sets of halves by half: tells at once whether a
 * new place would make two rows wait for each other. Filled by `Schedule.slacken`, from the ends of the rows back.
 */
export class Rings {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly number: Int32Array;
  private readonly words: number;
  private readonly after: Int32Array;
  /** The half at or after each visit in its row, at or before it: -1 when there is none. */
  readonly next: Int32Array;
  private readonly previous: Int32Array;

  constructor(state: State) {
    const { visits, partner } = state.instance;
    this.state = state;
    this.instance = state.instance;
    this.number = new Int32Array(visits).fill(-1);
    let halves = 0;
    for (let visit = 0; visit < visits; visit++)
      if ((partner[visit] as number) >= 0) this.number[visit] = halves++;
    this.words = (halves + 31) >>> 5;
    this.after = new Int32Array(halves * this.words);
    this.next = new Int32Array(visits).fill(-1);
    this.previous = new Int32Array(visits).fill(-1);
  }

  /** Notes for each visit of a row which half stands before it. */
  beginRow(tour: number): void {
    const { row, length, width } = this.state;
    let half = -1;
    for (let k = tour * width; k < tour * width + (length[tour] as number); k++) {
      const visit = row[k] as number;
      if ((this.number[visit] as number) >= 0) half = visit;
      this.previous[visit] = half;
    }
  }

  /** A half whose row is known behind it. */
  settle(half: number): void {
    const { words, after, number } = this;
    const base = (number[half] as number) * words;
    after.fill(0, base, base + words);
    const follower = this.follower(half);
    if (follower >= 0) this.add(base, follower);
    after[base + ((number[half] as number) >>> 5)] =
      (after[base + ((number[half] as number) >>> 5)] as number) | (1 << ((number[half] as number) & 31));
    this.next[half] = half;
  }

  /** Two halves that start together: both come before whatever comes after either. */
  join(half: number, other: number): void {
    this.settle(half);
    this.settle(other);
    this.add((this.number[half] as number) * this.words, other);
    this.add((this.number[other] as number) * this.words, half);
  }

  /** A first half whose second is settled. */
  precede(first: number, second: number): void {
    this.settle(first);
    this.add((this.number[first] as number) * this.words, second);
  }

  private follower(half: number): number {
    const { row, length, width, tourOf, indexOf } = this.state;
    const tour = tourOf[half] as number;
    const index = (indexOf[half] as number) + 1;
    return index < (length[tour] as number) ? (this.next[row[tour * width + index] as number] as number) : -1;
  }

  private add(base: number, half: number): void {
    const { words, after, number } = this;
    const from = (number[half] as number) * words;
    for (let k = 0; k < words; k++)
      after[base + k] = (after[base + k] as number) | (after[from + k] as number);
  }

  /** Whether `to` can only start after `from`, through links (not within one row). */
  reaches(from: number, to: number): boolean {
    const a = this.next[from] as number;
    const b = this.previous[to] as number;
    if (a < 0 || b < 0) return false;
    const n = this.number[b] as number;
    return (
      ((this.after[(this.number[a] as number) * this.words + (n >>> 5)] as number) & (1 << (n & 31))) !== 0
    );
  }
}
