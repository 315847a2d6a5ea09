import type { Instance } from "./instance.ts";
import type { Rings } from "./rings.ts";
import type { State } from "./state.ts";

/**
 * What follows when a visit starts later: pushes the delay along its row and across links, and adds up the lateness.
 * Nothing changes until `commit`. Finds rings: whoever would have to wait for what waits for them.
 */
export class Delay {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly at: Float64Array;
  private readonly stamp: Int32Array;
  private readonly changed: Int32Array;
  private readonly queue: Int32Array;
  private readonly queued: Int32Array;
  private count = 0;
  private round = 1;
  private head = 0;
  private tail = 0;
  private cost = 0;
  private exact = true;
  /** Those whom a delay must not reach: whoever comes before the cause. */
  private readonly cause = new Int32Array(4);
  private causes = 0;
  private readonly rings: Rings;
  /** Latest start of each visit that makes nobody later than they are. */
  readonly free: Float64Array;
  /** The largest lateness after what was asked. */
  latest = 0;

  constructor(state: State, rings: Rings) {
    this.rings = rings;
    const { visits } = state.instance;
    this.state = state;
    this.instance = state.instance;
    this.at = new Float64Array(visits);
    this.free = new Float64Array(visits);
    this.stamp = new Int32Array(visits);
    this.changed = new Int32Array(visits);
    this.queue = new Int32Array(visits + 1);
    this.queued = new Int32Array(visits);
  }

  /**
   * Starts anew; `maxLate`: the largest lateness that is paid for already. Unless `exact`, a delay is followed only as
   * far as it makes somebody late (`free` says how far it does not): enough for what it costs, not for `commit`, and
   * blind to rings that cost nothing.
   */
  begin(maxLate: number, exact: boolean): void {
    this.exact = exact;
    this.causes = 0;
    this.round++;
    this.count = 0;
    this.head = 0;
    this.tail = 0;
    this.cost = 0;
    this.latest = maxLate;
  }

  /** A delay that reaches this visit would come back to its own cause. */
  bar(visit: number): void {
    this.cause[this.causes++] = visit;
  }

  /** Asks that the visit not start before `time`. */
  raise(visit: number, time: number): void {
    const now =
      (this.stamp[visit] as number) === this.round
        ? (this.at[visit] as number)
        : (this.state.start[visit] as number);
    if (time <= now || (!this.exact && time <= (this.free[visit] as number))) return;
    if ((this.stamp[visit] as number) !== this.round) {
      this.stamp[visit] = this.round;
      this.changed[this.count++] = visit;
    }
    this.at[visit] = time;
    const { closes } = this.instance;
    const close = closes[visit] as number;
    if (time > close) {
      this.cost += this.instance.weights.tardiness * (time - Math.max(now, close));
      const late = time - close;
      if (late > this.latest) {
        this.cost += this.instance.weights.maxTardiness * (late - this.latest);
        this.latest = late;
      }
    }
    if ((this.queued[visit] as number) === this.round) return;
    this.queued[visit] = this.round;
    this.queue[this.tail] = visit;
    this.tail = this.tail + 1 === this.queue.length ? 0 : this.tail + 1;
  }

  /** Pushes all delays to their end; the added cost, or infinite when beyond `limit` or past a hard time. */
  settle(limit: number): number {
    const { state, instance, stamp, at, queue, free } = this;
    const { tardiness } = instance.weights;
    const { duration, time, place, places, partner, hardLatest, mode } = instance;
    const { row, length, tourOf, indexOf, start, width } = state;
    let steps = 40 * instance.visits + 16;
    while (this.head !== this.tail) {
      if (this.cost >= limit || --steps < 0) return Number.POSITIVE_INFINITY;
      const visit = queue[this.head] as number;
      this.head = this.head + 1 === queue.length ? 0 : this.head + 1;
      this.queued[visit] = 0;
      const when = at[visit] as number;
      if (when > (hardLatest[visit] as number)) return Number.POSITIVE_INFINITY;
      const tour = tourOf[visit] as number;
      const next = (indexOf[visit] as number) + 1;
      if (next < (length[tour] as number)) {
        const after = row[tour * width + next] as number;
        const arrival =
          when +
          (duration[visit] as number) +
          (time[
            (mode[tour] as number) * places * places +
              (place[visit] as number) * places +
              (place[after] as number)
          ] as number);
        if (this.cost + tardiness * (arrival - (free[after] as number)) >= limit)
          return Number.POSITIVE_INFINITY;
        if (
          arrival >
          ((stamp[after] as number) === this.round ? (at[after] as number) : (start[after] as number))
        )
          this.raise(after, arrival);
      } else if (
        when +
          (duration[visit] as number) +
          (time[
            (mode[tour] as number) * places * places +
              (place[visit] as number) * places +
              (instance.endPlace[tour] as number)
          ] as number) >
        (instance.hardClose[tour] as number)
      )
        return Number.POSITIVE_INFINITY;
      const other = partner[visit] as number;
      if (other >= 0 && (tourOf[other] as number) >= 0) {
        if (instance.isSecond[visit] as number) {
          if (!this.pull(other, when - (instance.gapMax[visit] as number))) return Number.POSITIVE_INFINITY;
        } else this.raise(other, when + (instance.gapMin[visit] as number));
      }
    }
    return this.cost < limit ? this.cost : Number.POSITIVE_INFINITY;
  }

  /**
   * The first half, which its second would leave too far behind: it may stand before the cause. Where a way leads from it
   * back to the cause, the place is given up, even if the delay might peter out on that way. False: given up.
   */
  private pull(first: number, time: number): boolean {
    if (
      time <=
      ((this.stamp[first] as number) === this.round
        ? (this.at[first] as number)
        : (this.state.start[first] as number))
    )
      return true;
    if ((this.instance.gapMin[first] as number) < (this.instance.gapMax[first] as number))
      for (let k = 0; k < this.causes; k++)
        if (this.rings.reaches(first, this.cause[k] as number)) return false;
    this.raise(first, time);
    return true;
  }

  /** Makes the found starts those of the plan. */
  commit(): void {
    for (let i = 0; i < this.count; i++)
      this.state.start[this.changed[i] as number] = this.at[this.changed[i] as number] as number;
  }
}
