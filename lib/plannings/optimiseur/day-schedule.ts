import {
  arrivalAfterBreak,
  endBeforeBreak,
  laterStart,
  latestLastEnd,
  startFrom,
  wayOf,
} from "./day-times.ts";
import type { Instance } from "./instance.ts";
import type { State } from "./state.ts";

/**
 * Starts of all visits when whole days count: earliest first, through rows and two-person visits; then everything moves
 * later that makes nobody later, so that waiting stands before the first visit, where it costs nothing.
 */
export class DaySchedule {
  private readonly state: State;
  private readonly instance: Instance;
  /** By tour, before which visit the break stands; -1 for none. */
  readonly gap: Int32Array;
  private readonly reached: Int32Array;
  private readonly ready: Float64Array;
  private readonly stack: Int32Array;
  private top = 0;

  constructor(state: State) {
    const { tours, visits } = state.instance;
    this.state = state;
    this.instance = state.instance;
    this.gap = new Int32Array(tours).fill(-1);
    this.reached = new Int32Array(tours);
    this.ready = new Float64Array(visits);
    this.stack = new Int32Array(tours + 1);
  }

  /** Schedules everything; false when rows wait for each other or a hard time or gap is missed. */
  schedule(): boolean {
    const { tours } = this.instance;
    const { length } = this.state;
    this.ready.fill(-1);
    this.top = 0;
    for (let tour = tours - 1; tour >= 0; tour--) {
      this.reached[tour] = 0;
      if ((length[tour] as number) > 0) this.stack[this.top++] = tour;
    }
    while (this.top > 0) if (!this.advance(this.stack[--this.top] as number)) return false;
    for (let tour = 0; tour < tours; tour++)
      if ((this.reached[tour] as number) < (length[tour] as number)) return false;
    this.compact();
    return this.gapsHold();
  }

  private advance(tour: number): boolean {
    const { state, instance } = this;
    const { place, duration, hardLatest, partner } = instance;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    let index = this.reached[tour] as number;
    const before = index > 0 ? (state.row[base + index - 1] as number) : -1;
    if (before >= 0 && (state.start[before] as number) > (hardLatest[before] as number)) return false;
    let clock =
      before < 0
        ? (instance.open[tour] as number)
        : (state.start[before] as number) + (duration[before] as number);
    let here = before < 0 ? (instance.startPlace[tour] as number) : (place[before] as number);
    for (; index < length; index++) {
      const visit = state.row[base + index] as number;
      const there = place[visit] as number;
      const way = wayOf(instance, tour, here, there);
      const arrives =
        index === this.gap[tour] ? arrivalAfterBreak(instance, tour, clock, way, index > 0) : clock + way;
      const start = startFrom(instance, visit, arrives);
      state.start[visit] = start;
      const other = partner[visit] as number;
      if (other >= 0 && (state.tourOf[other] as number) >= 0 && !this.meet(visit, other, start)) {
        this.reached[tour] = index;
        return true;
      }
      if ((state.start[visit] as number) > (hardLatest[visit] as number)) return false;
      clock = (state.start[visit] as number) + (duration[visit] as number);
      here = there;
    }
    this.reached[tour] = length;
    return (
      clock + wayOf(instance, tour, here, instance.endPlace[tour] as number) <=
      (instance.hardClose[tour] as number)
    );
  }

  /** Both halves of a two-person visit wait for each other. */
  private meet(visit: number, other: number, at: number): boolean {
    const { instance, ready, state } = this;
    if ((instance.gapMin[visit] as number) === Number.NEGATIVE_INFINITY) return true;
    const theirs = ready[other] as number;
    ready[visit] = at;
    if (theirs < 0) return false;
    const first = (instance.isSecond[visit] as number) === 1 ? other : visit;
    const second = instance.partner[first] as number;
    let s1 = ready[first] as number;
    let s2 = ready[second] as number;
    if (s2 < s1 + (instance.gapMin[first] as number))
      s2 = startFrom(instance, second, s1 + (instance.gapMin[first] as number));
    if (s1 < s2 - (instance.gapMax[first] as number)) s1 = s2 - (instance.gapMax[first] as number);
    state.start[first] = s1;
    state.start[second] = s2;
    const tour = state.tourOf[other] as number;
    this.reached[tour] = (this.reached[tour] as number) + 1;
    this.stack[this.top++] = tour;
    return true;
  }

  /** Whether every linked pair stands as far apart as it must: a jump to a later window may break it. */
  private gapsHold(): boolean {
    const { instance, state } = this;
    for (let visit = 0; visit < instance.visits; visit++) {
      const other = instance.partner[visit] as number;
      if (other < visit || (state.tourOf[visit] as number) < 0 || (state.tourOf[other] as number) < 0)
        continue;
      const [first, second] = (instance.isSecond[visit] as number) === 1 ? [other, visit] : [visit, other];
      const apart = (state.start[second] as number) - (state.start[first] as number);
      if (
        apart < (instance.gapMin[visit] as number) - 1e-9 ||
        apart > (instance.gapMax[visit] as number) + 1e-9
      )
        return false;
    }
    return true;
  }

  private compact(): void {
    const { tours } = this.instance;
    const { length } = this.state;
    this.ready.fill(-1);
    this.top = 0;
    for (let tour = 0; tour < tours; tour++) {
      this.reached[tour] = length[tour] as number;
      if ((length[tour] as number) > 0) this.stack[this.top++] = tour;
    }
    while (this.top > 0) this.compactRow(this.stack[--this.top] as number);
  }

  private compactRow(tour: number): void {
    const { state, instance } = this;
    const { place, duration, partner } = instance;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    let index = (this.reached[tour] as number) - 1;
    for (; index >= 0; index--) {
      const visit = state.row[base + index] as number;
      const next = index + 1 < length ? (state.row[base + index + 1] as number) : -1;
      const there = next < 0 ? (instance.endPlace[tour] as number) : (place[next] as number);
      const way = wayOf(instance, tour, place[visit] as number, there);
      const start = state.start[visit] as number;
      const isBeforeRest = this.gap[tour] === index + 1;
      const now = start + (duration[visit] as number);
      let ends = now;
      if (next >= 0) ends = (state.start[next] as number) - way;
      else if (!isBeforeRest) ends = latestLastEnd(instance, tour, now, way);
      if (isBeforeRest) ends = endBeforeBreak(instance, tour, ends, way, next >= 0);
      const latest = laterStart(instance, visit, start, ends);
      const other = partner[visit] as number;
      if (other >= 0 && (state.tourOf[other] as number) >= 0) {
        if (!this.compactPair(visit, other, latest)) {
          this.reached[tour] = index + 1;
          return;
        }
      } else state.start[visit] = latest;
    }
    this.reached[tour] = 0;
  }

  /** Moves both halves once both rows are known behind them; false: wait for the other row. */
  private compactPair(visit: number, other: number, latest: number): boolean {
    const { instance, state, ready } = this;
    const low = instance.gapMin[visit] as number;
    if (low === Number.NEGATIVE_INFINITY) {
      state.start[visit] = latest;
      return true;
    }
    ready[visit] = latest;
    if ((ready[other] as number) < 0) return false;
    const first = (instance.isSecond[visit] as number) === 1 ? other : visit;
    const second = instance.partner[first] as number;
    const high = instance.gapMax[first] as number;
    let s2 = ready[second] as number;
    const s1 = Math.min(ready[first] as number, s2 - low);
    if (s2 > s1 + high) s2 = s1 + high;
    state.start[first] = Math.max(s1, state.start[first] as number);
    state.start[second] = Math.max(s2, state.start[second] as number);
    const tour = state.tourOf[other] as number;
    this.reached[tour] = state.indexOf[other] as number;
    this.stack[this.top++] = tour;
    return true;
  }
}
