import { Consequences } from "./consequences.ts";
import { lateness, omissions, rowCost } from "./cost.ts";
import { Delay } from "./delay.ts";
import { Insertion } from "./insertion.ts";
import type { Instance } from "./instance.ts";
import { Journal } from "./journal.ts";
import { PairInsertion } from "./pair-insertion.ts";
import { Random } from "./random.ts";
import { Rings } from "./rings.ts";
import { Ruin } from "./ruin.ts";
import { Schedule } from "./schedule.ts";
import { State } from "./state.ts";

/** Visits by tour in order, the start of each visit, and the cost of it all. */
export type Plan = { rows: number[][]; start: Float64Array; cost: number };

/**
 * `average`: how many visits a trial takes out; `hot`, `cold`: how much worse a trial may be at the beginning and at the
 * end, in shares of the first plan's cost per visit.
 */
export type Settings = { average: number; hot: number; cold: number };
const usual: Settings = { average: 10, hot: 1, cold: 0.01 };

/**
 * Ruin and recreate under simulated annealing: takes some visits out, puts each back where it costs least, keeps the
 * result if it is not much worse, less and less so as `progress` goes from 0 to 1. Anytime: `best` is always a plan.
 */
export class Search {
  readonly state: State;
  private readonly instance: Instance;
  private readonly schedule: Schedule;
  private readonly consequences: Consequences;
  private readonly insertion: Insertion;
  private readonly pairs: PairInsertion;
  private readonly journal: Journal;
  private readonly ruin: Ruin;
  private readonly random: Random;
  private readonly rowCosts: Float64Array;
  private readonly settings: Settings;
  private readonly keys: Float64Array;
  cost = Number.POSITIVE_INFINITY;
  bestCost = Number.POSITIVE_INFINITY;
  best: number[][] = [];
  iterations = 0;
  private scale = 1;

  constructor(instance: Instance, seed: number, settings: Partial<Settings> = {}) {
    this.instance = instance;
    this.settings = { ...usual, ...settings };
    this.random = new Random(seed);
    this.state = new State(instance);
    const rings = new Rings(this.state);
    const delay = new Delay(this.state, rings);
    this.schedule = new Schedule(this.state, delay, rings);
    this.consequences = new Consequences(this.state, this.schedule, delay);
    this.insertion = new Insertion(this.state, this.schedule, this.consequences, this.random);
    this.pairs = new PairInsertion(this.state, this.schedule, this.consequences, delay, this.random);
    this.journal = new Journal(this.state);
    this.ruin = new Ruin(this.state, this.journal, this.random);
    this.rowCosts = new Float64Array(instance.tours);
    this.keys = new Float64Array(instance.visits);
  }

  /** A first plan: every visit where it costs least at that moment. */
  build(): void {
    this.state.clear();
    this.rowCosts.fill(0);
    this.journal.begin();
    for (let visit = 0; visit < this.instance.visits; visit++) this.ruin.out[visit] = visit;
    this.ruin.count = this.instance.visits;
    this.consequences.maxLate = 0;
    this.recreate();
    this.cost = this.evaluate();
    this.scale = this.cost / this.instance.visits;
    this.keep();
  }

  /** One trial; `progress` in [0, 1] says how far the annealing is. */
  step(progress: number): void {
    this.iterations++;
    const { hot, cold, average } = this.settings;
    this.journal.begin();
    this.ruin.strings(average);
    if (!this.settle()) throw new Error("a plan with visits taken out must keep a schedule");
    this.recreate();
    const cost = this.evaluate();
    const heat = this.scale * hot * (cold / hot) ** progress;
    if (cost < this.cost - heat * Math.log(this.random.next())) {
      this.cost = cost;
      if (cost < this.bestCost - 1e-9) this.keep();
      return;
    }
    this.journal.undo();
    for (let k = 0; k < this.journal.count; k++) {
      const tour = this.journal.touched[k] as number;
      this.rowCosts[tour] = rowCost(this.state, tour);
      if (!this.instance.hasPairs) this.schedule.scheduleRow(tour);
    }
  }

  /** Starts after visits were taken out. */
  private settle(): boolean {
    const { hasPairs, hasSoftTime } = this.instance;
    if (hasPairs) {
      if (!this.schedule.schedule()) return false;
    } else
      for (let k = 0; k < this.journal.count; k++)
        if (!this.schedule.scheduleRow(this.journal.touched[k] as number)) return false;
    if (hasPairs || hasSoftTime) {
      this.consequences.maxLate = lateness(this.state).maxLate;
      this.schedule.slacken();
    }
    return true;
  }

  private recreate(): void {
    const { ruin, insertion, pairs, instance, state, journal } = this;
    const { omission } = instance;
    this.sort();
    for (let k = 0; k < ruin.count; k++) {
      const visit = ruin.out[k] as number;
      if ((state.tourOf[visit] as number) >= 0) continue;
      const other = instance.partner[visit] as number;
      if (other >= 0 && (state.tourOf[other] as number) < 0) {
        const limit = (omission[visit] as number) + (omission[other] as number);
        if (pairs.find(visit, limit) === Number.POSITIVE_INFINITY) continue;
        journal.touch(pairs.firstTour);
        journal.touch(pairs.secondTour);
        pairs.put(visit);
      } else if (insertion.find(visit, omission[visit] as number) < Number.POSITIVE_INFINITY) {
        journal.touch(insertion.bestTour);
        insertion.put(visit);
      }
    }
  }

  /** In which order visits come back: at random, the longest, the farthest, the nearest, or the tightest first. */
  private sort(): void {
    const { ruin, random, instance, keys } = this;
    const way = random.below(10);
    const { place, places, cost } = instance;
    for (let k = 0; k < ruin.count; k++) {
      const visit = ruin.out[k] as number;
      const home = cost[(instance.startPlace[0] as number) * places + (place[visit] as number)] as number;
      let key = random.next();
      if (way === 4 || way === 5)
        key = -(instance.demand[visit] as number) - (instance.duration[visit] as number);
      else if (way === 6) key = -home;
      else if (way === 7) key = home;
      else if (way === 8) key = (instance.closes[visit] as number) - (instance.opens[visit] as number);
      else if (way === 9) key = instance.closes[visit] as number;
      keys[visit] = key;
    }
    ruin.out.subarray(0, ruin.count).sort((a, b) => (keys[a] as number) - (keys[b] as number));
  }

  private evaluate(): number {
    const { journal, state } = this;
    for (let k = 0; k < journal.count; k++)
      this.rowCosts[journal.touched[k] as number] = rowCost(state, journal.touched[k] as number);
    let sum = omissions(state);
    for (let tour = 0; tour < this.instance.tours; tour++) sum += this.rowCosts[tour] as number;
    if (this.instance.hasSoftTime) sum += lateness(state).cost;
    return sum;
  }

  private keep(): void {
    this.bestCost = this.cost;
    this.best = this.state.rows();
  }

  /** Goes on from another plan, as when a thread found a better one. False, and nothing changes, when it has no schedule. */
  adopt(rows: readonly (readonly number[])[]): boolean {
    const before = this.state.rows();
    const isFound = this.load(rows);
    if (!isFound) this.load(before);
    if (this.cost < this.bestCost - 1e-9) this.keep();
    return isFound;
  }

  private load(rows: readonly (readonly number[])[]): boolean {
    this.state.clear();
    this.journal.begin();
    for (const [tour, row] of rows.entries()) {
      this.journal.touch(tour);
      this.state.setRow(tour, Int32Array.from(row), 0, row.length);
    }
    if (!this.settle()) return false;
    this.cost = this.evaluate();
    return true;
  }

  /** The best plan so far, with the start of each visit (not a number where it is left out). */
  plan(): Plan {
    this.adopt(this.best);
    const start = this.state.start.map((at, visit) =>
      (this.state.tourOf[visit] as number) < 0 ? Number.NaN : at,
    );
    return { rows: this.best, start, cost: this.bestCost };
  }
}
