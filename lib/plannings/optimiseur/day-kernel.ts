import type { DayRow } from "./day-row.ts";
import { DaySchedule } from "./day-schedule.ts";
import { DayTrial } from "./day-trial.ts";
import { BLINK } from "./gathering.ts";
import type { Instance } from "./instance.ts";
import type { Journal } from "./journal.ts";
import type { Kernel, Rest } from "./kernel.ts";
import type { Random } from "./random.ts";
import type { State } from "./state.ts";

/** Of each half of a two-person visit, how many places are tried with those of the other. */
const BESTS = 8;

type Place = { tour: number; index: number; cost: number; start: number };

/**
 * Whole days: several windows, breaks, waiting, overtime, idleness, lateness at the start or the end. A place is judged by
 * trying the row out with its neighbours in other rows where they stand; what is kept is judged exactly, all rows together.
 */
export class DayKernel implements Kernel {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly journal: Journal;
  private readonly random: Random;
  private readonly schedule: DaySchedule;
  private readonly trial: DayTrial;
  private readonly row: DayRow;
  private readonly rowCost: Float64Array;
  private readonly idle: Float64Array;
  private readonly gaps: Int32Array;
  private tolerance = 0;
  private ease = 1;
  private readonly waiting: Float64Array;
  private maxLate = 0;
  private maxIdle = 0;
  private nextIdle = 0;
  private idlest = -1;

  constructor(state: State, journal: Journal, random: Random) {
    const { tours } = state.instance;
    this.state = state;
    this.instance = state.instance;
    this.journal = journal;
    this.random = random;
    this.schedule = new DaySchedule(state);
    this.trial = new DayTrial(state, this.schedule);
    this.row = this.trial.row;
    this.rowCost = new Float64Array(tours);
    this.idle = new Float64Array(tours);
    this.waiting = new Float64Array(tours);
    this.gaps = new Int32Array(tours);
  }

  reset(): void {
    this.schedule.gap.fill(-1);
    for (let tour = 0; tour < this.instance.tours; tour++) this.trial.chooseBreak(tour);
    this.refresh();
  }

  begin(tolerance: number, ease: number): void {
    this.ease = ease;
    this.row.isTight = ease > 0;
    this.tolerance = tolerance;
    this.gaps.set(this.schedule.gap);
  }

  restore(): void {
    this.schedule.gap.set(this.gaps);
    this.refresh();
  }

  settle(): boolean {
    for (let k = 0; k < this.journal.count; k++) this.trial.chooseBreak(this.journal.touched[k] as number);
    if (this.refresh()) return true;
    // Breaks were chosen row by row; together they may push somebody too far.
    for (let k = 0; k < this.journal.count; k++) this.schedule.gap[this.journal.touched[k] as number] = -1;
    return this.refresh();
  }

  evaluate(): number {
    const { instance, state } = this;
    let sum = 0;
    for (let tour = 0; tour < instance.tours; tour++) sum += this.rowCost[tour] as number;
    for (let visit = 0; visit < instance.visits; visit++) {
      const tour = state.tourOf[visit] as number;
      sum +=
        tour < 0
          ? (instance.omission[visit] as number)
          : (instance.assign[visit * instance.tours + tour] as number);
    }
    const { maxTardiness, maxIdle } = instance.weights;
    return sum + maxTardiness * this.maxLate + (maxIdle ?? 0) * this.maxIdle;
  }

  guidance(): number {
    const { tours, weights } = this.instance;
    let idle = 0;
    let waiting = 0;
    for (let tour = 0; tour < tours; tour++) {
      idle += this.idle[tour] as number;
      waiting += this.waiting[tour] as number;
    }
    return ((weights.maxIdle ?? 0) * idle) / tours - this.ease * (weights.waiting ?? 0) * waiting;
  }

  rests(): (Rest | undefined)[] {
    const { row, schedule } = this;
    return Array.from(schedule.gap, (gap, tour) => {
      this.trial.load(tour);
      row.gap = gap;
      row.cost();
      return Number.isNaN(row.restFrom)
        ? undefined
        : { from: row.restFrom, to: row.restTo, visit: row.restAt };
    });
  }

  /** Starts and costs of everything as it stands. */
  private refresh(): boolean {
    if (!this.schedule.schedule()) return false;
    const { row, instance } = this;
    this.maxLate = 0;
    this.maxIdle = 0;
    this.nextIdle = 0;
    for (let tour = 0; tour < instance.tours; tour++) {
      this.trial.load(tour);
      row.gap = this.schedule.gap[tour] as number;
      this.rowCost[tour] = row.cost();
      this.idle[tour] = row.idle;
      this.waiting[tour] = row.waiting;
      if (row.late > this.maxLate) this.maxLate = row.late;
      if (row.idle > this.maxIdle) {
        this.nextIdle = this.maxIdle;
        this.maxIdle = row.idle;
        this.idlest = tour;
      } else if (row.idle > this.nextIdle) this.nextIdle = row.idle;
    }
    return true;
  }

  /** Cost of the row with the visit put in, less what the row costs now. */
  private delta(visit: number, tour: number, index: number, least: number): number {
    const { row, state, schedule, instance } = this;
    const base = tour * state.width;
    const length = state.length[tour] as number;
    row.tour = tour;
    row.length = length + 1;
    for (let k = 0; k < index; k++) this.trial.set(k, state.row[base + k] as number, tour);
    this.trial.set(index, visit, tour);
    if (least > (row.least[index] as number)) {
      row.least[index] = least;
      row.fixed[index] = 1;
    }
    for (let k = index; k < length; k++) this.trial.set(k + 1, state.row[base + k] as number, tour);
    const gap = schedule.gap[tour] as number;
    row.gap = gap > index ? gap + 1 : gap;
    const cost = this.trial.tried() - (this.rowCost[tour] as number);
    const others = tour === this.idlest ? this.nextIdle : this.maxIdle;
    const idle = Math.max(row.idle, others) - this.maxIdle;
    const late = row.late > this.maxLate ? row.late - this.maxLate : 0;
    const { maxIdle, maxTardiness, waiting } = instance.weights;
    return (
      cost -
      this.ease * (waiting ?? 0) * (row.waiting - (this.waiting[tour] as number)) +
      (maxIdle ?? 0) * (idle + (row.idle - (this.idle[tour] as number)) / instance.tours) +
      maxTardiness * late +
      (instance.assign[visit * instance.tours + tour] as number)
    );
  }

  insert(visit: number): void {
    const { instance, state } = this;
    const { omission, partner } = instance;
    const other = partner[visit] as number;
    if (other >= 0 && (state.tourOf[other] as number) < 0) {
      this.insertPair(visit, other);
      return;
    }
    const [best] = this.places(visit, 1, (omission[visit] as number) + this.tolerance);
    if (best) this.put([[visit, best]]);
  }

  private insertPair(visit: number, other: number): void {
    const { instance } = this;
    const [first, second] = (instance.isSecond[visit] as number) === 1 ? [other, visit] : [visit, other];
    const limit =
      (instance.omission[first] as number) + (instance.omission[second] as number) + this.tolerance;
    const a = this.places(first, BESTS, limit);
    const b = this.places(second, BESTS, limit);
    let best = limit;
    let found: [Place, Place] | undefined;
    for (const p of a)
      for (const q of b) {
        if ((instance.person[p.tour] as number) === (instance.person[q.tour] as number)) continue;
        const s2 = Math.max(q.start, p.start + (instance.gapMin[first] as number));
        const s1 = Math.max(p.start, s2 - (instance.gapMax[first] as number));
        const cost = this.delta(first, p.tour, p.index, s1) + this.delta(second, q.tour, q.index, s2);
        if (cost >= best) continue;
        best = cost;
        found = [p, q];
      }
    if (found)
      this.put([
        [first, found[0]],
        [second, found[1]],
      ]);
  }

  /** The cheapest places of a visit, best first. */
  private places(visit: number, most: number, limit: number): Place[] {
    const { instance, state } = this;
    const found: Place[] = [];
    const other = instance.partner[visit] as number;
    const taken =
      other >= 0 && (state.tourOf[other] as number) >= 0
        ? (instance.person[state.tourOf[other] as number] as number)
        : -1;
    const from = instance.allowedFrom[visit] as number;
    const to = instance.allowedFrom[visit + 1] as number;
    for (let k = from; k < to; k++) {
      const tour = instance.allowed[k] as number;
      if ((instance.person[tour] as number) === taken) continue;
      for (let index = 0; index <= (state.length[tour] as number); index++) {
        if (this.random.next() < BLINK) continue;
        const cost = this.delta(visit, tour, index, Number.NEGATIVE_INFINITY);
        const last = found.length < most ? limit : (found[most - 1] as Place).cost;
        if (cost >= last) continue;
        if (found.length === most) found.pop();
        found.push({ tour, index, cost, start: this.row.start[index] as number });
        found.sort((p, q) => p.cost - q.cost);
      }
    }
    return found;
  }

  /** Puts visits in; takes them out again when the rows would wait for each other or a hard time is missed. */
  private put(all: [visit: number, place: Place][]): void {
    for (const [visit, { tour, index, start }] of all) {
      this.journal.touch(tour);
      this.state.insert(visit, tour, index);
      this.state.start[visit] = start;
    }
    if (this.arrange(all)) return;
    for (const [visit] of all) this.state.remove(visit);
    this.arrange(all);
  }

  private arrange(all: [visit: number, place: Place][]): boolean {
    for (const [, { tour }] of all) this.trial.chooseBreak(tour);
    return this.refresh();
  }
}
