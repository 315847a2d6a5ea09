import { DayRow } from "./day-row.ts";
import type { DaySchedule } from "./day-schedule.ts";
import type { Instance } from "./instance.ts";
import type { State } from "./state.ts";

/** Tries one row out while all others stand where they are. */
export class DayTrial {
  readonly row: DayRow;
  private readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: DaySchedule;

  constructor(state: State, schedule: DaySchedule) {
    this.state = state;
    this.instance = state.instance;
    this.schedule = schedule;
    this.row = new DayRow(state.instance);
  }

  /** The row as it stands, with the starts that it has. */
  load(tour: number): void {
    const { row, state } = this;
    const base = tour * state.width;
    row.tour = tour;
    row.length = state.length[tour] as number;
    for (let k = 0; k < row.length; k++) this.set(k, state.row[base + k] as number, tour);
  }

  set(k: number, visit: number, tour: number): void {
    const { row, state, instance } = this;
    row.visits[k] = visit;
    row.start[k] = state.start[visit] as number;
    row.least[k] = Number.NEGATIVE_INFINITY;
    row.fixed[k] = 0;
    const other = instance.partner[visit] as number;
    if (other < 0) return;
    const theirs = state.tourOf[other] as number;
    if (theirs < 0 || theirs === tour || (instance.gapMin[visit] as number) === Number.NEGATIVE_INFINITY)
      return;
    row.fixed[k] = 1;
    row.least[k] =
      (state.start[other] as number) +
      ((instance.isSecond[visit] as number) === 1
        ? (instance.gapMin[visit] as number)
        : -(instance.gapMax[visit] as number));
  }

  /** Where the break of a row costs least, its other halves standing where they are. */
  chooseBreak(tour: number): void {
    const { row, schedule } = this;
    schedule.gap[tour] = -1;
    if (Number.isNaN(this.instance.breakOpen[tour] as number)) return;
    let best = Number.POSITIVE_INFINITY;
    for (let gap = -1; gap <= (this.state.length[tour] as number); gap++) {
      this.load(tour);
      row.gap = gap;
      const cost = this.tried();
      if (cost >= best) continue;
      best = cost;
      schedule.gap[tour] = gap;
    }
  }

  /** Cost of the row that is loaded, scheduled by itself. */
  tried(): number {
    const { row } = this;
    row.forward();
    row.compact();
    const cost = row.cost();
    return cost + this.pushed() + this.beyond();
  }

  /** What it costs that other halves must come later than they do, by and large. */
  private pushed(): number {
    const { row, instance, state } = this;
    const weight =
      instance.weights.tardiness + (instance.weights.waiting ?? 0) / 2 + instance.weights.maxTardiness;
    let sum = 0;
    for (let k = 0; k < row.length; k++) {
      if (row.fixed[k] === 0) continue;
      const visit = row.visits[k] as number;
      const other = instance.partner[visit] as number;
      const second = (instance.isSecond[visit] as number) === 1;
      const needs =
        (row.start[k] as number) +
        (second ? -(instance.gapMax[visit] as number) : (instance.gapMin[visit] as number));
      const later = needs - (state.start[other] as number);
      if (later > 0) sum += weight * later;
    }
    return sum;
  }

  /** A hard time that is missed. */
  private beyond(): number {
    const { row, instance } = this;
    for (let k = 0; k < row.length; k++)
      if ((row.start[k] as number) > (instance.hardLatest[row.visits[k] as number] as number))
        return Number.POSITIVE_INFINITY;
    return row.returns() > (instance.hardClose[row.tour] as number) ? Number.POSITIVE_INFINITY : 0;
  }
}
