import {
  arrivalAfterBreak,
  endBeforeBreak,
  latenessOf,
  laterStart,
  latestLastEnd,
  startFrom,
  wayOf,
} from "./day-times.ts";
import type { Instance } from "./instance.ts";

/**
 * One tour's day, tried out: visits in order, their starts, the break between two of them, what all that costs. The other
 * halves of its two-person visits stand where they are: being pushed costs them something, pulling them is not tried.
 */
export class DayRow {
  readonly visits: Int32Array;
  readonly start: Float64Array;
  /** Start before which a visit may not begin, because of its other half. */
  readonly least: Float64Array;
  /** Whether a visit has to stay where it is once it is placed. */
  readonly fixed: Uint8Array;
  private readonly instance: Instance;
  length = 0;
  tour = 0;
  /** The break stands before the visit of this index (after the last one: `length`); -1 for none. */
  gap = -1;
  /** The break fills no more of a wait than its least duration: for the search, while days are being filled. */
  isTight = false;
  idle = 0;
  late = 0;
  waiting = 0;
  restFrom = Number.NaN;
  restTo = Number.NaN;
  /** Visit beside which the break is taken; -1 for where the tour starts. */
  restAt = -1;

  constructor(instance: Instance) {
    this.instance = instance;
    const size = instance.visits + 2;
    this.visits = new Int32Array(size);
    this.start = new Float64Array(size);
    this.least = new Float64Array(size);
    this.fixed = new Uint8Array(size);
  }

  private way(from: number, to: number): number {
    return wayOf(this.instance, this.tour, from, to);
  }

  private placeAt(index: number): number {
    const { place, startPlace, endPlace } = this.instance;
    if (index < 0) return startPlace[this.tour] as number;
    return index < this.length
      ? (place[this.visits[index] as number] as number)
      : (endPlace[this.tour] as number);
  }

  /** Earliest starts. */
  forward(): void {
    const { instance, tour, length } = this;
    let clock = instance.open[tour] as number;
    let here = this.placeAt(-1);
    for (let k = 0; k < length; k++) {
      const visit = this.visits[k] as number;
      const there = this.placeAt(k);
      const way = this.way(here, there);
      const arrives = k === this.gap ? arrivalAfterBreak(instance, tour, clock, way, k > 0) : clock + way;
      const least = this.least[k] as number;
      const start = startFrom(instance, visit, Math.max(arrives, least));
      this.start[k] = start;
      clock = start + (instance.duration[visit] as number);
      here = there;
    }
  }

  /** Moves visits later where that makes nobody later: the waiting goes to the front, where it costs nothing. */
  compact(): void {
    const { instance, tour, length } = this;
    let limit = Number.POSITIVE_INFINITY;
    for (let k = length - 1; k >= 0; k--) {
      const visit = this.visits[k] as number;
      const way = this.way(this.placeAt(k), this.placeAt(k + 1));
      const start = this.start[k] as number;
      const isBeforeRest = this.gap === k + 1;
      const now = start + (instance.duration[visit] as number);
      let ends = now;
      if (k < length - 1) ends = limit - way;
      else if (!isBeforeRest) ends = latestLastEnd(instance, tour, now, way);
      if (isBeforeRest) ends = endBeforeBreak(instance, tour, ends, way, k < length - 1);
      if (this.fixed[k] === 0) this.start[k] = laterStart(instance, visit, start, ends);
      limit = this.start[k] as number;
    }
  }

  /** What the row costs with these starts, besides who gives what; also how idle it is and its largest lateness. */
  cost(): number {
    const { instance, tour, length } = this;
    const { weights } = instance;
    this.idle = (instance.close[tour] as number) - (instance.open[tour] as number);
    this.late = 0;
    this.waiting = 0;
    this.restFrom = Number.NaN;
    const needsRest = !Number.isNaN(instance.breakOpen[tour] as number);
    if (length === 0) return needsRest ? (weights.missedBreak ?? 0) : 0;
    let travel = 0;
    let waiting = 0;
    let idle = 0;
    let lateness = 0;
    let clock = 0;
    for (let k = 0; k <= length; k++) {
      const from = this.placeAt(k - 1);
      const to = this.placeAt(k);
      const way = this.way(from, to);
      travel += instance.cost[
        (instance.mode[tour] as number) * instance.places ** 2 + from * instance.places + to
      ] as number;
      if (k === length) {
        if (this.gap === length && length > 0) {
          const waits = this.restAtEnd(clock, way);
          waiting += waits;
          idle += waits;
          if (!Number.isNaN(this.restFrom)) clock = this.restTo;
        }
        clock += way;
        break;
      }
      const visit = this.visits[k] as number;
      const start = this.start[k] as number;
      if (k === 0)
        idle +=
          this.gap === 0 ? this.restAtStart(start - way) : start - way - (instance.open[tour] as number);
      else {
        const waits = this.gap === k ? this.restBetween(clock, start, way, k) : start - clock - way;
        waiting += waits;
        idle += waits;
      }
      const late = latenessOf(instance, visit, start);
      lateness += late;
      if (late > this.late) this.late = late;
      clock = start + (instance.duration[visit] as number);
    }
    this.waiting = waiting;
    const close = instance.close[tour] as number;
    this.idle = idle + (close > clock ? close - clock : 0);
    const over = clock > close ? clock - close : 0;
    const missed = needsRest && Number.isNaN(this.restFrom) ? (weights.missedBreak ?? 0) : 0;
    return (
      (instance.fixedCost[tour] as number) +
      weights.travel * travel +
      weights.tardiness * lateness +
      (weights.waiting ?? 0) * waiting +
      (weights.overtime ?? 0) * over +
      missed
    );
  }

  /** When the tour is back where it ends (without a break after the last visit). */
  returns(): number {
    const { length, instance } = this;
    if (length === 0) return instance.open[this.tour] as number;
    const last = this.visits[length - 1] as number;
    const leaves = (this.start[length - 1] as number) + (instance.duration[last] as number);
    return leaves + this.way(this.placeAt(length - 1), this.placeAt(length));
  }

  /** Before the first visit, where the tour starts: the time until `leaves` that the break does not fill. */
  private restAtStart(leaves: number): number {
    const { open, breakOpen, breakLasts } = this.instance;
    const opens = open[this.tour] as number;
    const from = Math.max(opens, breakOpen[this.tour] as number);
    const to = Math.min(leaves, this.longest(from));
    if (to - from < (breakLasts[this.tour] as number)) return leaves - opens;
    this.rest(from, to, -1);
    return leaves - opens - (to - from);
  }

  /** After the last visit: the waiting until the break may begin. */
  private restAtEnd(clock: number, way: number): number {
    const { breakOpen, breakClose, breakLasts, hardClose } = this.instance;
    const from = Math.max(clock, breakOpen[this.tour] as number);
    const to = from + (breakLasts[this.tour] as number);
    if (to > (breakClose[this.tour] as number) || to + way > (hardClose[this.tour] as number)) return 0;
    this.rest(from, to, this.visits[this.length - 1] as number);
    return from - clock;
  }

  /** Between two visits, beside the earlier or the later one: the waiting that the break does not fill. */
  private restBetween(clock: number, start: number, way: number, k: number): number {
    const { breakOpen, breakLasts } = this.instance;
    const opens = breakOpen[this.tour] as number;
    const lasts = breakLasts[this.tour] as number;
    const waits = start - clock - way;
    const from = Math.max(clock, opens);
    const to = Math.min(start - way, this.longest(from));
    const from2 = Math.max(clock + way, opens);
    const to2 = Math.min(start, this.longest(from2));
    const first = to - from >= lasts ? to - from : -1;
    const second = to2 - from2 >= lasts ? to2 - from2 : -1;
    if (first < 0 && second < 0) return waits;
    if (second > first) this.rest(from2, to2, this.visits[k] as number);
    else this.rest(from, to, this.visits[k - 1] as number);
    return waits - Math.max(first, second);
  }

  /** Latest end of a break that begins at `from`. */
  private longest(from: number): number {
    const { breakClose, breakLasts } = this.instance;
    const close = breakClose[this.tour] as number;
    return this.isTight ? Math.min(close, from + (breakLasts[this.tour] as number)) : close;
  }

  private rest(from: number, to: number, beside: number): void {
    this.restFrom = from;
    this.restTo = to;
    this.restAt = beside;
  }
}
