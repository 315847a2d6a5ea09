import type { Delay } from "./delay.ts";
import type { Instance } from "./instance.ts";
import type { Schedule } from "./schedule.ts";
import type { State } from "./state.ts";

/** What putting a visit somewhere does to all others: who is pushed, what that costs, and whether rows would ring. */
export class Consequences {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: Schedule;
  private readonly delay: Delay;
  /** The largest lateness that the plan has now. */
  maxLate = 0;

  constructor(state: State, schedule: Schedule, delay: Delay) {
    this.state = state;
    this.instance = state.instance;
    this.schedule = schedule;
    this.delay = delay;
  }

  arrival(visit: number, tour: number, index: number): number {
    const { instance, state } = this;
    const { places, place, time } = instance;
    const offset = (instance.mode[tour] as number) * places * places;
    const before = index > 0 ? (state.row[tour * state.width + index - 1] as number) : -1;
    const leaves =
      before < 0
        ? (instance.open[tour] as number)
        : (state.start[before] as number) + (instance.duration[before] as number);
    const from = before < 0 ? (instance.startPlace[tour] as number) : (place[before] as number);
    return Math.max(
      instance.opens[visit] as number,
      leaves + (time[offset + from * places + (place[visit] as number)] as number),
    );
  }

  /** Start of a half that can come at `at` while the other stands where it is (it may be pushed later). */
  joint(visit: number, other: number, at: number): number {
    const { instance, state } = this;
    const theirs = state.start[other] as number;
    const least = (instance.isSecond[visit] as number)
      ? theirs + (instance.gapMin[visit] as number)
      : theirs - (instance.gapMax[visit] as number);
    return Math.max(at, least);
  }

  /** What starting the visit at `at` in that place does to all others: their cost first, then whether a ring forbids it. */
  of(
    visit: number,
    tour: number,
    index: number,
    at: number,
    other: number,
    limit: number,
    late: number,
  ): number {
    if (other >= 0 && this.rings(tour, index, other)) return Number.POSITIVE_INFINITY;
    return this.push(visit, tour, index, at, other, limit, late, false);
  }

  push(
    visit: number,
    tour: number,
    index: number,
    at: number,
    other: number,
    limit: number,
    late: number,
    exact: boolean,
  ): number {
    const { delay } = this;
    delay.begin(Math.max(late, this.maxLate), exact);
    if (!this.pushNext(visit, tour, index, at, limit)) return Number.POSITIVE_INFINITY;
    if (other >= 0) {
      const { isSecond, gapMin, gapMax } = this.instance;
      delay.bar(other);
      delay.raise(
        other,
        (isSecond[visit] as number) ? at - (gapMax[visit] as number) : at + (gapMin[visit] as number),
      );
    }
    return delay.settle(limit);
  }

  /** Whether somebody around the place and the other half would wait for each other. */
  private rings(tour: number, index: number, other: number): boolean {
    const { row, width, length } = this.state;
    const base = tour * width + index;
    const { rings } = this.schedule;
    return (
      (index > 0 && rings.reaches(other, row[base - 1] as number)) ||
      (index < (length[tour] as number) && rings.reaches(row[base] as number, other))
    );
  }

  /** Whether the rows of both halves would wait for each other. */
  ringsPair(tour: number, index: number, otherTour: number, otherIndex: number): boolean {
    const { row, width, length } = this.state;
    const a = tour * width + index;
    const b = otherTour * width + otherIndex;
    const { rings } = this.schedule;
    return (
      (otherIndex > 0 &&
        index < (length[tour] as number) &&
        rings.reaches(row[a] as number, row[b - 1] as number)) ||
      (index > 0 &&
        otherIndex < (length[otherTour] as number) &&
        rings.reaches(row[b] as number, row[a - 1] as number))
    );
  }

  /** By how much the next of the row would start beyond what makes nobody late. */
  overrun(visit: number, tour: number, index: number, at: number): number {
    const { instance, state, delay } = this;
    if (index >= (state.length[tour] as number)) return 0;
    const { places, place } = instance;
    const next = state.row[tour * state.width + index] as number;
    const way = instance.time[
      (instance.mode[tour] as number) * places * places +
        (place[visit] as number) * places +
        (place[next] as number)
    ] as number;
    return at + (instance.duration[visit] as number) + way - (delay.free[next] as number);
  }

  /** Pushes whoever comes next in that row; bars whoever comes before. False when the row would end too late. */
  pushNext(visit: number, tour: number, index: number, at: number, limit: number): boolean {
    const { instance, state, delay } = this;
    const { places, place } = instance;
    const base = tour * state.width;
    const leaves = at + (instance.duration[visit] as number);
    const offset = (instance.mode[tour] as number) * places * places + (place[visit] as number) * places;
    const next = index < (state.length[tour] as number) ? (state.row[base + index] as number) : -1;
    if (next >= 0) {
      const arrives = leaves + (instance.time[offset + (place[next] as number)] as number);
      if (instance.weights.tardiness * (arrives - (delay.free[next] as number)) >= limit) return false;
    }
    if (index > 0) delay.bar(state.row[base + index - 1] as number);
    if (index === (state.length[tour] as number))
      return (
        leaves + (instance.time[offset + (instance.endPlace[tour] as number)] as number) <=
        (instance.hardClose[tour] as number)
      );
    delay.raise(next, leaves + (instance.time[offset + (place[next] as number)] as number));
    return true;
  }

  finish(): void {
    this.delay.commit();
    this.maxLate = Math.max(this.maxLate, this.delay.latest);
  }
}
