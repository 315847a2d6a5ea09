import type { Delay } from "./delay.ts";
import type { Instance } from "./instance.ts";
import type { Rings } from "./rings.ts";
import type { State } from "./state.ts";

/**
 * Earliest starts of all visits: the least fixpoint of rows, windows and links between halves. A half waits until its
 * other half is reached as well; rows that wait for each other in a ring have no schedule.
 */
export class Schedule {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly reached: Int32Array;
  private readonly stack: Int32Array;
  /** Latest start of each visit that keeps its row in time (only without links and soft times). */
  readonly latest: Float64Array;
  /** Time at which a half reached first could start: -1 while it was not reached. */
  private readonly ready: Float64Array;
  readonly rings: Rings;
  private top = 0;
  private readonly delay: Delay;
  private readonly lifted: Int32Array;
  private liftedCount = 0;

  constructor(state: State, delay: Delay, rings: Rings) {
    this.state = state;
    this.delay = delay;
    this.rings = rings;
    this.lifted = new Int32Array(state.instance.visits);
    this.instance = state.instance;
    this.reached = new Int32Array(this.instance.tours);
    this.stack = new Int32Array(this.instance.tours + 1);
    this.latest = new Float64Array(this.instance.visits);
    this.ready = new Float64Array(this.instance.visits);
  }

  /** Schedules every row; false when rows wait for each other or a hard time is missed. */
  schedule(): boolean {
    const { tours, hasPairs } = this.instance;
    if (!hasPairs) {
      for (let tour = 0; tour < tours; tour++) if (!this.scheduleRow(tour)) return false;
      return true;
    }
    this.reached.fill(0);
    this.ready.fill(-1);
    this.liftedCount = 0;
    this.top = 0;
    for (let tour = tours - 1; tour >= 0; tour--)
      if ((this.state.length[tour] as number) > 0) this.stack[this.top++] = tour;
    while (this.top > 0) if (!this.advance(this.stack[--this.top] as number)) return false;
    for (let tour = 0; tour < tours; tour++)
      if ((this.reached[tour] as number) < (this.state.length[tour] as number)) return false;
    return this.lift();
  }

  /** Pushes later the first halves that their second left too far behind. */
  private lift(): boolean {
    const { delay, instance } = this;
    if (this.liftedCount === 0) return true;
    delay.begin(0, true);
    for (let k = 0; k < this.liftedCount; k++) {
      const second = this.lifted[k] as number;
      delay.raise(
        instance.partner[second] as number,
        (this.state.start[second] as number) - (instance.gapMax[second] as number),
      );
    }
    const isFound = delay.settle(Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY;
    if (isFound) delay.commit();
    return isFound;
  }

  /** Goes on with one row until a half has to wait; wakes the row of each other half. False when a hard time is missed. */
  private advance(tour: number): boolean {
    const { state, instance } = this;
    const { time, place, places, duration, opens, hardLatest, partner } = instance;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    const offset = (instance.mode[tour] as number) * places * places;
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
      clock += time[offset + here * places + there] as number;
      if (clock < (opens[visit] as number)) clock = opens[visit] as number;
      state.start[visit] = clock;
      const other = partner[visit] as number;
      if (other >= 0 && (state.tourOf[other] as number) >= 0 && !this.meet(visit, other, clock)) {
        this.reached[tour] = index;
        return true;
      }
      clock = state.start[visit] as number;
      if (clock > (hardLatest[visit] as number)) return false;
      clock += duration[visit] as number;
      here = there;
    }
    this.reached[tour] = length;
    return (
      clock + (time[offset + here * places + (instance.endPlace[tour] as number)] as number) <=
      (instance.hardClose[tour] as number)
    );
  }

  /**
   * A visit whose other half is placed too. At the same time: both wait for each other. One after the other: the second
   * waits for the first; where the gap is too long then, the first is pushed later once all rows stand. False: wait.
   */
  private meet(visit: number, other: number, clock: number): boolean {
    const { state, instance, ready } = this;
    const { start } = state;
    const low = instance.gapMin[visit] as number;
    if (low === Number.NEGATIVE_INFINITY) return true;
    const isTogether = low === (instance.gapMax[visit] as number);
    const waits = (ready[other] as number) >= 0;
    ready[visit] = clock;
    if (isTogether || (instance.isSecond[visit] as number)) {
      if (!waits) return false;
      if (!isTogether) {
        this.follow(other, visit, clock);
        return true;
      }
      const first = (instance.isSecond[visit] as number) ? other : visit;
      const second = instance.partner[first] as number;
      const from = Math.max(ready[first] as number, (ready[second] as number) - low);
      start[first] = from;
      start[second] = from + low;
    } else if (waits) this.follow(visit, other, ready[other] as number);
    if (waits) {
      this.reached[state.tourOf[other] as number] =
        (this.reached[state.tourOf[other] as number] as number) + 1;
      this.stack[this.top++] = state.tourOf[other] as number;
    }
    return true;
  }

  /** The second of two that come one after the other, which could start at `at`. */
  private follow(first: number, second: number, at: number): void {
    const { start } = this.state;
    const least = (start[first] as number) + (this.instance.gapMin[first] as number);
    start[second] = Math.max(at, least);
    if ((start[second] as number) > (start[first] as number) + (this.instance.gapMax[first] as number))
      this.lifted[this.liftedCount++] = second;
  }

  /** Latest start of every visit that makes nobody later: `delay.free`, from the ends of the rows back. */
  slacken(): void {
    const { tours } = this.instance;
    const { length } = this.state;
    this.ready.fill(-1);
    this.top = 0;
    for (let tour = 0; tour < tours; tour++) {
      this.reached[tour] = length[tour] as number;
      this.rings.beginRow(tour);
      if ((length[tour] as number) > 0) this.stack[this.top++] = tour;
    }
    while (this.top > 0) this.slackenRow(this.stack[--this.top] as number);
  }

  private slackenRow(tour: number): void {
    const { state, instance } = this;
    const { free } = this.delay;
    const { time, place, places, duration, closes, partner, hardLatest } = instance;
    const { row, start, tourOf } = state;
    const { rings } = this;
    const base = tour * state.width;
    const offset = (instance.mode[tour] as number) * places * places;
    let index = this.reached[tour] as number;
    const after = index < (state.length[tour] as number) ? (row[base + index] as number) : -1;
    let limit = after < 0 ? (instance.hardClose[tour] as number) : (free[after] as number);
    let there = after < 0 ? (instance.endPlace[tour] as number) : (place[after] as number);
    for (index--; index >= 0; index--) {
      const visit = row[base + index] as number;
      limit -=
        (time[offset + (place[visit] as number) * places + there] as number) + (duration[visit] as number);
      const unpaid = Math.max(closes[visit] as number, start[visit] as number);
      if (limit > unpaid) limit = unpaid;
      if (limit > (hardLatest[visit] as number)) limit = hardLatest[visit] as number;
      const other = partner[visit] as number;
      if (other >= 0 && (tourOf[other] as number) >= 0) {
        limit = this.slackenPair(visit, other, limit);
        if (limit === Number.NEGATIVE_INFINITY) {
          this.reached[tour] = index + 1;
          return;
        }
      } else
        rings.next[visit] =
          index + 1 < (state.length[tour] as number)
            ? (rings.next[row[base + index + 1] as number] as number)
            : -1;
      if (other >= 0 && (tourOf[other] as number) < 0) rings.settle(visit);
      free[visit] = limit;
      there = place[visit] as number;
    }
    this.reached[tour] = 0;
  }

  /** The limit of one half in view of the other's; minus infinity when the other is not known yet. */
  private slackenPair(visit: number, other: number, limit: number): number {
    const { instance, ready, state } = this;
    const { free } = this.delay;
    const low = instance.gapMin[visit] as number;
    const high = instance.gapMax[visit] as number;
    if (low === Number.NEGATIVE_INFINITY) {
      this.rings.settle(visit);
      return limit;
    }
    if (low === high) {
      if ((ready[other] as number) < 0) {
        ready[visit] = limit;
        return Number.NEGATIVE_INFINITY;
      }
      const shift = (instance.isSecond[visit] as number) ? -low : low;
      const ours = Math.min(limit, (ready[other] as number) - shift);
      free[other] = ours + shift;
      this.rings.join(visit, other);
      this.wake(other);
      return ours;
    }
    if (instance.isSecond[visit] as number) {
      free[visit] = Math.min(limit, (state.start[other] as number) + high);
      ready[visit] = 1;
      this.rings.settle(visit);
      if ((ready[other] as number) >= 0) {
        this.rings.precede(other, visit);
        free[other] = Math.min(ready[other] as number, (free[visit] as number) - low);
        this.wake(other);
      }
      return free[visit] as number;
    }
    if ((ready[other] as number) >= 0) {
      this.rings.precede(visit, other);
      return Math.min(limit, (free[other] as number) - low);
    }
    ready[visit] = Math.max(0, limit);
    return Number.NEGATIVE_INFINITY;
  }

  /** A half that waited is settled: its row goes on before it. */
  private wake(visit: number): void {
    const tour = this.state.tourOf[visit] as number;
    this.reached[tour] = this.state.indexOf[visit] as number;
    this.stack[this.top++] = tour;
  }

  /** Schedules one row that no link leaves, forward and backward; false when a hard time is missed. */
  scheduleRow(tour: number): boolean {
    const { state, instance } = this;
    const { time, place, places, duration, opens, hardLatest } = instance;
    const { row, start } = state;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    const offset = (instance.mode[tour] as number) * places * places;
    let clock = instance.open[tour] as number;
    let here = instance.startPlace[tour] as number;
    for (let i = 0; i < length; i++) {
      const visit = row[base + i] as number;
      const there = place[visit] as number;
      clock += time[offset + here * places + there] as number;
      if (clock < (opens[visit] as number)) clock = opens[visit] as number;
      start[visit] = clock;
      if (clock > (hardLatest[visit] as number)) return false;
      clock += duration[visit] as number;
      here = there;
    }
    let limit = instance.hardClose[tour] as number;
    if (
      length > 0 &&
      clock + (time[offset + here * places + (instance.endPlace[tour] as number)] as number) > limit
    )
      return false;
    here = instance.endPlace[tour] as number;
    for (let i = length - 1; i >= 0; i--) {
      const visit = row[base + i] as number;
      limit -=
        (time[offset + (place[visit] as number) * places + here] as number) + (duration[visit] as number);
      if (limit > (hardLatest[visit] as number)) limit = hardLatest[visit] as number;
      this.latest[visit] = limit;
      here = place[visit] as number;
    }
    return true;
  }
}
