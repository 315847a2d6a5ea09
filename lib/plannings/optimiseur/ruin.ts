import type { Instance } from "./instance.ts";
import type { Journal } from "./journal.ts";
import { nearest } from "./neighbours.ts";
import type { Random } from "./random.ts";
import type { State } from "./state.ts";

const LONGEST_STRING = 10;
const NEAR = 400;
const MOST_CALLED_BACK = 15;

/** Takes visits out of the plan: strings of neighbouring rows (slack induction by string removals, C. & V. B. 2020). */
export class Ruin {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly random: Random;
  private readonly journal: Journal;
  private readonly near: Int32Array[];
  readonly out: Int32Array;
  count = 0;
  private readonly ruined: Int32Array;
  private round = 0;

  constructor(state: State, journal: Journal, random: Random) {
    this.state = state;
    this.instance = state.instance;
    this.random = random;
    this.journal = journal;
    this.out = new Int32Array(this.instance.visits);
    this.ruined = new Int32Array(this.instance.tours);
    this.near = nearest(this.instance, NEAR);
  }

  /** Removes about `average` visits near one chosen at random; they stand in `out`. */
  strings(average: number): void {
    const { state, random, instance } = this;
    this.count = 0;
    this.round++;
    let used = 0;
    let placed = 0;
    for (let tour = 0; tour < instance.tours; tour++) {
      if ((state.length[tour] as number) > 0) used++;
      placed += state.length[tour] as number;
    }
    const longest = Math.min(LONGEST_STRING, Math.max(1, placed / Math.max(1, used)));
    const mostStrings = (4 * average) / (1 + longest) - 1;
    const strings = Math.floor(random.next() * mostStrings + 1);
    const seed = random.below(instance.visits);
    const near = this.near[seed] as Int32Array;
    this.callBack(near);
    let done = 0;
    for (let k = 0; k < near.length && done < strings; k++) {
      const visit = near[k] as number;
      const tour = state.tourOf[visit] as number;
      if (tour < 0 || (this.ruined[tour] as number) === this.round || (instance.pinned[visit] as number))
        continue;
      this.ruined[tour] = this.round;
      const most = Math.min(state.length[tour] as number, longest);
      this.cut(tour, state.indexOf[visit] as number, Math.floor(random.next() * most + 1));
      done++;
    }
  }

  /** Visits that were left out before are tried again with those taken out, the nearest ones where there are many. */
  private callBack(near: Int32Array): void {
    for (let k = 0; k < near.length && this.count < MOST_CALLED_BACK; k++) {
      const visit = near[k] as number;
      if ((this.state.tourOf[visit] as number) < 0) this.out[this.count++] = visit;
    }
  }

  /** Takes out a string of `size` visits around `index`, at times leaving some in its middle. */
  private cut(tour: number, index: number, size: number): void {
    const { state, random } = this;
    const length = state.length[tour] as number;
    let kept = 0;
    if (size > 1 && size < length && random.next() < 0.5)
      while (size + kept < length && random.next() > 0.01) {
        kept++;
        if (random.next() < 0.5) break;
      }
    const span = size + kept;
    const first = Math.max(0, index - span + 1);
    const last = Math.min(index, length - span);
    const from = first + random.below(last - first + 1);
    const hole = kept > 0 ? from + random.below(size + 1) : from + span;
    const base = tour * state.width;
    for (let i = from + span - 1; i >= from; i--)
      if (i < hole || i >= hole + kept) this.take(state.row[base + i] as number);
  }

  /** Takes one visit out, and its other half with it. */
  take(visit: number): void {
    const { state, instance } = this;
    if ((state.tourOf[visit] as number) < 0 || (instance.pinned[visit] as number)) return;
    this.journal.touch(state.tourOf[visit] as number);
    state.remove(visit);
    this.out[this.count++] = visit;
  }
}
