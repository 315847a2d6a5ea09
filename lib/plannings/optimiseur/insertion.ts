import type { Consequences } from "./consequences.ts";
import type { Instance } from "./instance.ts";
import { fitting } from "./neighbours.ts";
import type { Random } from "./random.ts";
import type { Schedule } from "./schedule.ts";
import type { State } from "./state.ts";

/** Chance that a place is overlooked, so that the search does not always do the same (Christiaens & Vanden Berghe 2020). */
export const BLINK = 0.01;
/** Where there are many visits, only rows with one of so many best fitting ones are looked at first. */
const FEW = 30;

/** Finds the cheapest place of one visit and puts it there. */
export class Insertion {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: Schedule;
  private readonly consequences: Consequences;
  private readonly random: Random;
  private readonly seen: Int32Array;
  private readonly asked: Int32Array;
  /** Set where there are too many visits to look at every place. */
  private readonly fitting: Int32Array[] | undefined;
  private round = 0;
  bestTour = -1;
  bestIndex = -1;

  constructor(state: State, schedule: Schedule, consequences: Consequences, random: Random, many: number) {
    this.state = state;
    this.instance = state.instance;
    this.schedule = schedule;
    this.consequences = consequences;
    this.random = random;
    this.seen = new Int32Array(this.instance.tours);
    this.asked = new Int32Array(this.instance.tours);
    const { hasPairs, hasSoftTime, visits } = this.instance;
    if (!hasPairs && !hasSoftTime && visits >= many) this.fitting = fitting(this.instance, FEW);
  }

  /** Cheapest cost of one visit, below `limit`; infinite when there is no such place. */
  find(visit: number, limit: number): number {
    const { instance, state } = this;
    const other = instance.partner[visit] as number;
    const hasOther = other >= 0 && (state.tourOf[other] as number) >= 0;
    this.round++;
    this.bestTour = -1;
    let best = limit;
    if (this.fitting) {
      best = this.findNear(visit, best);
      if (this.bestTour >= 0) return best;
      this.round++;
    }
    for (
      let k = instance.allowedFrom[visit] as number;
      k < (instance.allowedFrom[visit + 1] as number);
      k++
    ) {
      const tour = instance.allowed[k] as number;
      if (this.isRepeated(tour)) continue;
      if (instance.hasSoftTime || instance.hasPairs) {
        if (
          hasOther &&
          (instance.person[tour] as number) === (instance.person[state.tourOf[other] as number] as number)
        )
          continue;
        best = this.scanSoft(visit, tour, hasOther ? other : -1, best);
      } else best = this.scanHard(visit, tour, best);
    }
    return this.bestTour < 0 ? Number.POSITIVE_INFINITY : best;
  }

  /** Looks only where a visit that fits well is served, and at one empty tour of each kind that is met. */
  private findNear(visit: number, limit: number): number {
    const { state, instance } = this;
    const near = (this.fitting as Int32Array[])[visit] as Int32Array;
    let best = limit;
    for (let k = 1; k < near.length; k++) {
      const tour = state.tourOf[near[k] as number] as number;
      if (tour < 0 || this.asked[tour] === this.round) continue;
      this.asked[tour] = this.round;
      if ((instance.assign[visit * instance.tours + tour] as number) < Number.POSITIVE_INFINITY)
        best = this.scanHard(visit, tour, best);
    }
    const from = instance.allowedFrom[visit] as number;
    const to = instance.allowedFrom[visit + 1] as number;
    for (let k = from; k < to; k++) {
      const tour = instance.allowed[k] as number;
      if ((state.length[tour] as number) > 0) continue;
      best = this.scanHard(visit, tour, best);
      break;
    }
    return best;
  }

  private isRepeated(tour: number): boolean {
    if ((this.state.length[tour] as number) > 0) return false;
    const kind = this.instance.kind[tour] as number;
    if ((this.seen[kind] as number) === this.round) return true;
    this.seen[kind] = this.round;
    return false;
  }

  /** Only ways cost something and every time is hard: each place is tested at once against the latest starts. */
  private scanHard(visit: number, tour: number, limit: number): number {
    const { instance, state } = this;
    const { time, cost, place, places, duration } = instance;
    const { row, start } = state;
    const { latest } = this.schedule;
    const length = state.length[tour] as number;
    if (
      (state.load[tour] as number) + (instance.demand[visit] as number) >
      (instance.capacity[tour] as number)
    )
      return limit;
    const extra =
      (instance.assign[visit * instance.tours + tour] as number) +
      (length === 0 ? (instance.fixedCost[tour] as number) : 0);
    const weight = instance.weights.travel;
    const base = tour * state.width;
    const offset = (instance.mode[tour] as number) * places * places;
    const here = place[visit] as number;
    const opens = instance.opens[visit] as number;
    const hardLatest = instance.hardLatest[visit] as number;
    const lasts = duration[visit] as number;
    let best = limit;
    let from = instance.startPlace[tour] as number;
    let clock = instance.open[tour] as number;
    for (let i = 0; i <= length; i++) {
      const after = i < length ? (row[base + i] as number) : -1;
      const to = after < 0 ? (instance.endPlace[tour] as number) : (place[after] as number);
      const toHere = offset + from * places + here;
      let at = clock + (time[toHere] as number);
      if (at < opens) at = opens;
      if (at > hardLatest) break;
      const delta =
        extra +
        weight *
          ((cost[toHere] as number) +
            (cost[offset + here * places + to] as number) -
            (cost[offset + from * places + to] as number));
      if (delta < best) {
        const next = at + lasts + (time[offset + here * places + to] as number);
        const fits =
          after < 0 ? next <= (instance.hardClose[tour] as number) : next <= (latest[after] as number);
        if (fits && this.random.next() >= BLINK) {
          best = delta;
          this.bestTour = tour;
          this.bestIndex = i;
        }
      }
      if (after < 0) break;
      clock = (start[after] as number) + (duration[after] as number);
      from = to;
    }
    return best;
  }

  private scanSoft(visit: number, tour: number, other: number, limit: number): number {
    const { instance, state } = this;
    const { time, cost, place, places, duration, weights } = instance;
    const { row, start } = state;
    const length = state.length[tour] as number;
    if (
      (state.load[tour] as number) + (instance.demand[visit] as number) >
      (instance.capacity[tour] as number)
    )
      return limit;
    const extra =
      (instance.assign[visit * instance.tours + tour] as number) +
      (length === 0 ? (instance.fixedCost[tour] as number) : 0);
    const base = tour * state.width;
    const offset = (instance.mode[tour] as number) * places * places;
    const here = place[visit] as number;
    const close = instance.closes[visit] as number;
    let best = limit;
    let from = instance.startPlace[tour] as number;
    let clock = instance.open[tour] as number;
    for (let i = 0; i <= length; i++) {
      const after = i < length ? (row[base + i] as number) : -1;
      const to = after < 0 ? (instance.endPlace[tour] as number) : (place[after] as number);
      let at = clock + (time[offset + from * places + here] as number);
      if (at < (instance.opens[visit] as number)) at = instance.opens[visit] as number;
      if (other >= 0) at = this.consequences.joint(visit, other, at);
      const late = at > close ? at - close : 0;
      if (at > (instance.hardLatest[visit] as number) || extra + weights.tardiness * late >= best) break;
      let sum =
        extra +
        weights.tardiness * late +
        weights.travel *
          ((cost[offset + from * places + here] as number) +
            (cost[offset + here * places + to] as number) -
            (cost[offset + from * places + to] as number));
      if (late > this.consequences.maxLate) sum += weights.maxTardiness * (late - this.consequences.maxLate);
      if (sum < best && this.random.next() >= BLINK) {
        sum += this.consequences.of(visit, tour, i, at, other, best - sum, late);
        if (sum < best) {
          best = sum;
          this.bestTour = tour;
          this.bestIndex = i;
        }
      }
      if (after < 0) break;
      clock = (start[after] as number) + (duration[after] as number);
      from = to;
    }
    return best;
  }

  /** Puts the visit where `find` found its best place. */
  put(visit: number): void {
    const { instance, state } = this;
    const tour = this.bestTour;
    if (!instance.hasSoftTime && !instance.hasPairs) {
      state.insert(visit, tour, this.bestIndex);
      this.schedule.scheduleRow(tour);
      return;
    }
    const other = instance.partner[visit] as number;
    const hasOther = other >= 0 && (state.tourOf[other] as number) >= 0;
    let at = this.consequences.arrival(visit, tour, this.bestIndex);
    if (hasOther) at = this.consequences.joint(visit, other, at);
    this.consequences.maxLate = Math.max(this.consequences.maxLate, at - (instance.closes[visit] as number));
    this.consequences.push(
      visit,
      tour,
      this.bestIndex,
      at,
      hasOther ? other : -1,
      Number.POSITIVE_INFINITY,
      this.consequences.maxLate,
      true,
    );
    this.consequences.finish();
    state.start[visit] = at;
    state.insert(visit, tour, this.bestIndex);
    this.schedule.slacken();
  }
}
