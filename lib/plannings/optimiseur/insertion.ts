import type { Consequences } from "./consequences.ts";
import { BLINK, type Gathering } from "./gathering.ts";
import type { Instance } from "./instance.ts";
import { fitting } from "./neighbours.ts";
import { Places } from "./places.ts";
import type { Random } from "./random.ts";
import type { Schedule } from "./schedule.ts";
import type { State } from "./state.ts";

/** Where there are many visits, only rows with one of so many best fitting ones are looked at first. */
const FEW = 30;

/** Finds the cheapest place of one visit and puts it there. */
export class Insertion {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: Schedule;
  private readonly consequences: Consequences;
  private readonly random: Random;
  private readonly asked: Int32Array;
  /** Set where there are too many visits to look at every place. */
  private readonly fitting: Int32Array[] | undefined;
  private round = 0;
  private readonly gathering: Gathering;
  private readonly list: Places;
  bestTour = -1;
  bestIndex = -1;

  constructor(
    state: State,
    schedule: Schedule,
    consequences: Consequences,
    gathering: Gathering,
    random: Random,
    many: number,
  ) {
    this.state = state;
    this.instance = state.instance;
    this.schedule = schedule;
    this.consequences = consequences;
    this.random = random;
    this.gathering = gathering;
    this.list = new Places(this.instance.visits + this.instance.tours);
    this.asked = new Int32Array(this.instance.tours);
    const { hasPairs, hasSoftTime, visits } = this.instance;
    if (!hasPairs && !hasSoftTime && visits >= many) this.fitting = fitting(this.instance, FEW);
  }

  /** Cheapest cost of one visit, below `limit`; infinite when there is no such place. */
  find(visit: number, limit: number): number {
    const { instance, state } = this;
    const other = instance.partner[visit] as number;
    const hasOther = other >= 0 && (state.tourOf[other] as number) >= 0;
    this.bestTour = -1;
    let best = limit;
    if (instance.hasSoftTime || instance.hasPairs) best = this.findSoft(visit, hasOther ? other : -1, limit);
    else {
      if (this.fitting) best = this.findNear(visit, limit);
      if (this.bestTour < 0) best = this.findHard(visit, limit);
    }
    return this.bestTour < 0 ? Number.POSITIVE_INFINITY : best;
  }

  private findHard(visit: number, limit: number): number {
    const { instance, gathering } = this;
    const from = instance.allowedFrom[visit] as number;
    const to = instance.allowedFrom[visit + 1] as number;
    let best = limit;
    gathering.beginRound();
    for (let k = from; k < to; k++) {
      const tour = instance.allowed[k] as number;
      if (!gathering.isRepeated(tour)) best = this.scanHard(visit, tour, best);
    }
    return best;
  }

  /** Looks only where a visit that fits well is served, and at one empty tour of each kind that is met. */
  private findNear(visit: number, limit: number): number {
    const { state, instance } = this;
    const near = (this.fitting as Int32Array[])[visit] as Int32Array;
    this.round++;
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

  /** Lateness costs: all places, by the least they can cost; those that could be the best are followed to their end. */
  private findSoft(visit: number, other: number, limit: number): number {
    const { list, instance, consequences } = this;
    const { weights } = instance;
    const close = instance.closes[visit] as number;
    this.gathering.gather(visit, other, list, limit);
    for (let k = 0; k < list.count; k++) {
      const over = consequences.overrun(
        visit,
        list.tour[k] as number,
        list.index[k] as number,
        list.at[k] as number,
      );
      list.pushes(k, over > 0 ? weights.tardiness * over : 0);
    }
    list.sort();
    let best = limit;
    for (let rank = 0; rank < list.count; rank++) {
      const k = list.order(rank);
      if ((list.least[k] as number) >= best) break;
      const at = list.at[k] as number;
      const tour = list.tour[k] as number;
      const index = list.index[k] as number;
      const late = at > close ? at - close : 0;
      let sum = (list.least[k] as number) - (list.push[k] as number);
      if (late > consequences.maxLate) sum += weights.maxTardiness * (late - consequences.maxLate);
      if (sum >= best) continue;
      sum += consequences.of(visit, tour, index, at, other, best - sum, late);
      if (sum >= best) continue;
      best = sum;
      this.bestTour = tour;
      this.bestIndex = index;
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
