import type { Consequences } from "./consequences.ts";
import type { Delay } from "./delay.ts";
import type { Gathering } from "./gathering.ts";
import type { Instance } from "./instance.ts";
import { Places } from "./places.ts";
import type { Schedule } from "./schedule.ts";
import type { State } from "./state.ts";

/** Finds the cheapest places of both halves of a two-person service together, and puts them there. */
export class PairInsertion {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: Schedule;
  private readonly consequences: Consequences;
  private readonly delay: Delay;
  private readonly gathering: Gathering;
  private readonly lists: [Places, Places];
  firstTour = -1;
  firstIndex = -1;
  secondTour = -1;
  secondIndex = -1;

  constructor(
    state: State,
    schedule: Schedule,
    consequences: Consequences,
    delay: Delay,
    gathering: Gathering,
  ) {
    this.state = state;
    this.instance = state.instance;
    this.schedule = schedule;
    this.consequences = consequences;
    this.delay = delay;
    this.gathering = gathering;
    const most = this.instance.visits + this.instance.tours;
    this.lists = [new Places(most), new Places(most)];
  }

  /** Cheapest cost of both halves together, below `limit`. */
  find(visit: number, limit: number): number {
    const { instance } = this;
    const first = (instance.isSecond[visit] as number) ? (instance.partner[visit] as number) : visit;
    const second = instance.partner[first] as number;
    const [a, b] = this.lists;
    this.gathering.gather(first, -1, a, limit);
    this.gathering.gather(second, -1, b, limit);
    this.firstTour = -1;
    if (a.count === 0 || b.count === 0) return Number.POSITIVE_INFINITY;
    a.sort();
    b.sort();
    let best = limit;
    for (let i = 0; i < a.count; i++) {
      const p = a.order(i);
      if ((a.least[p] as number) + (b.least[b.order(0)] as number) >= best) break;
      for (let j = 0; j < b.count; j++) {
        const q = b.order(j);
        if ((a.least[p] as number) + (b.least[q] as number) >= best) break;
        if (
          (instance.person[a.tour[p] as number] as number) ===
          (instance.person[b.tour[q] as number] as number)
        )
          continue;
        const sum = this.together(first, second, p, q, best);
        if (sum < best) {
          best = sum;
          this.firstTour = a.tour[p] as number;
          this.firstIndex = a.index[p] as number;
          this.secondTour = b.tour[q] as number;
          this.secondIndex = b.index[q] as number;
        }
      }
    }
    return this.firstTour < 0 ? Number.POSITIVE_INFINITY : best;
  }

  private together(first: number, second: number, p: number, q: number, limit: number): number {
    const { instance } = this;
    const [a, b] = this.lists;
    const { weights, closes, hardLatest } = instance;
    let s1 = a.at[p] as number;
    let s2 = b.at[q] as number;
    if (s2 < s1 + (instance.gapMin[first] as number)) s2 = s1 + (instance.gapMin[first] as number);
    if (s1 < s2 - (instance.gapMax[first] as number)) s1 = s2 - (instance.gapMax[first] as number);
    if (s1 > (hardLatest[first] as number) || s2 > (hardLatest[second] as number))
      return Number.POSITIVE_INFINITY;
    const late1 = Math.max(0, s1 - (closes[first] as number));
    const late2 = Math.max(0, s2 - (closes[second] as number));
    const paid =
      Math.max(0, (a.at[p] as number) - (closes[first] as number)) +
      Math.max(0, (b.at[q] as number) - (closes[second] as number));
    let sum = (a.least[p] as number) + (b.least[q] as number) + weights.tardiness * (late1 + late2 - paid);
    const most = Math.max(late1, late2, this.consequences.maxLate);
    sum += weights.maxTardiness * (most - this.consequences.maxLate);
    if (sum >= limit) return Number.POSITIVE_INFINITY;
    if (
      weights.tardiness * this.consequences.overrun(second, b.tour[q] as number, b.index[q] as number, s2) >=
      limit - sum
    )
      return Number.POSITIVE_INFINITY;
    if (
      this.consequences.ringsPair(
        a.tour[p] as number,
        a.index[p] as number,
        b.tour[q] as number,
        b.index[q] as number,
      )
    )
      return Number.POSITIVE_INFINITY;
    return sum + this.delayPair(first, second, p, q, s1, s2, limit - sum, most);
  }

  private delayPair(
    first: number,
    second: number,
    p: number,
    q: number,
    s1: number,
    s2: number,
    limit: number,
    late: number,
  ): number {
    const { delay } = this;
    const [a, b] = this.lists;
    delay.begin(late, false);
    if (!this.consequences.pushNext(first, a.tour[p] as number, a.index[p] as number, s1, limit))
      return Number.POSITIVE_INFINITY;
    if (!this.consequences.pushNext(second, b.tour[q] as number, b.index[q] as number, s2, limit))
      return Number.POSITIVE_INFINITY;
    return delay.settle(limit);
  }

  /** Puts both halves where `findPair` found their best places. */
  put(visit: number): void {
    const { instance, state, delay } = this;
    const first = (instance.isSecond[visit] as number) ? (instance.partner[visit] as number) : visit;
    const second = instance.partner[first] as number;
    let s1 = this.consequences.arrival(first, this.firstTour, this.firstIndex);
    let s2 = this.consequences.arrival(second, this.secondTour, this.secondIndex);
    if (s2 < s1 + (instance.gapMin[first] as number)) s2 = s1 + (instance.gapMin[first] as number);
    if (s1 < s2 - (instance.gapMax[first] as number)) s1 = s2 - (instance.gapMax[first] as number);
    this.consequences.maxLate = Math.max(
      this.consequences.maxLate,
      s1 - (instance.closes[first] as number),
      s2 - (instance.closes[second] as number),
    );
    delay.begin(this.consequences.maxLate, true);
    this.consequences.pushNext(first, this.firstTour, this.firstIndex, s1, Number.POSITIVE_INFINITY);
    this.consequences.pushNext(second, this.secondTour, this.secondIndex, s2, Number.POSITIVE_INFINITY);
    delay.settle(Number.POSITIVE_INFINITY);
    this.consequences.finish();
    state.start[first] = s1;
    state.start[second] = s2;
    state.insert(first, this.firstTour, this.firstIndex);
    state.insert(second, this.secondTour, this.secondIndex);
    this.schedule.slacken();
  }
}
