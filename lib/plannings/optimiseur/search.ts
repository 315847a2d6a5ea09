import { DayKernel } from "./day-kernel.ts";
import type { Instance } from "./instance.ts";
import { Journal } from "./journal.ts";
import type { Kernel, Rest } from "./kernel.ts";
import { Random } from "./random.ts";
import { RouteKernel } from "./route-kernel.ts";
import { Ruin } from "./ruin.ts";
import { State } from "./state.ts";

/** Visits by tour in order, the start of each visit, and the cost of it all. */
export type Plan = { rows: number[][]; start: Float64Array; cost: number; rests: (Rest | undefined)[] };

/**
 * `average`: how many visits a trial takes out; `hot`, `cold`: how much worse a trial may be at the beginning and at the
 * end, in shares of the first plan's cost per visit; `many`: from how many visits on not every place is looked at.
 */
export type Settings = { average: number; hot: number; cold: number; many: number };
/** A visit may be put in for more than leaving it out costs, by up to this many times the heat: what it opens may pay later. */
const TOLERANCE = 5;

/** Until here waiting is taken more lightly, at first not at all: days are filled before they are tightened. */
const EASY_UNTIL = 0.6;

const usual: Settings = { average: 10, hot: 1, cold: 0.01, many: 300 };

/**
 * Ruin and recreate under simulated annealing: takes some visits out, puts each back where it costs least, keeps the
 * result if it is not much worse, less and less so as `progress` goes from 0 to 1. Anytime: `best` is always a plan.
 */
export class Search {
  readonly state: State;
  private readonly instance: Instance;
  private readonly kernel: Kernel;
  private readonly journal: Journal;
  private readonly ruin: Ruin;
  private readonly random: Random;
  private readonly settings: Settings;
  private readonly keys: Float64Array;
  cost = Number.POSITIVE_INFINITY;
  bestCost = Number.POSITIVE_INFINITY;
  best: number[][] = [];
  iterations = 0;
  private scale = 1;
  private guidance = 0;

  constructor(instance: Instance, seed: number, settings: Partial<Settings> = {}) {
    this.instance = instance;
    this.settings = { ...usual, ...settings };
    this.random = new Random(seed);
    this.state = new State(instance);
    this.journal = new Journal(this.state);
    this.ruin = new Ruin(this.state, this.journal, this.random);
    this.kernel = instance.isDaily
      ? new DayKernel(this.state, this.journal, this.random)
      : new RouteKernel(this.state, this.journal, this.random, this.settings.many);
    this.keys = new Float64Array(instance.visits);
  }

  /** A first plan: every visit where it costs least at that moment. */
  build(): void {
    this.state.clear();
    this.journal.begin();
    this.kernel.reset();
    for (let visit = 0; visit < this.instance.visits; visit++) this.ruin.out[visit] = visit;
    this.ruin.count = this.instance.visits;
    this.recreate();
    this.cost = this.kernel.evaluate();
    this.guidance = this.kernel.guidance();
    this.scale = this.cost / this.instance.visits;
    this.keep();
  }

  /** One trial; `progress` in [0, 1] says how far the annealing is. */
  step(progress: number): void {
    this.iterations++;
    const { hot, cold, average } = this.settings;
    const heat = this.scale * hot * (cold / hot) ** progress;
    this.journal.begin();
    this.kernel.begin(TOLERANCE * heat * this.random.next(), Math.max(0, 1 - progress / EASY_UNTIL));
    this.ruin.strings(average);
    const isFound = this.kernel.settle() && this.recreate();
    const cost = isFound ? this.kernel.evaluate() : Number.POSITIVE_INFINITY;
    const guidance = this.kernel.guidance();
    const worse = cost - this.cost + (guidance - this.guidance);
    if (worse < -heat * Math.log(this.random.next())) {
      this.cost = cost;
      this.guidance = guidance;
      if (cost < this.bestCost - 1e-9) this.keep();
      return;
    }
    this.journal.undo();
    this.kernel.restore();
  }

  /** False when what is left then has no schedule. */
  private recreate(): boolean {
    const { ruin, kernel, state } = this;
    const { mate } = this.instance;
    this.sort();
    for (let k = 0; k < ruin.count; k++) {
      const visit = ruin.out[k] as number;
      if ((state.tourOf[visit] as number) < 0) kernel.insert(visit);
    }
    let split = false;
    for (let k = 0; k < ruin.count; k++) {
      const visit = ruin.out[k] as number;
      const other = mate[visit] as number;
      if (other < 0 || (state.tourOf[visit] as number) >= 0 || (state.tourOf[other] as number) < 0) continue;
      // Whoever needs both gets both or none.
      ruin.take(other);
      split = true;
    }
    return !split || kernel.settle();
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
    if (!this.kernel.settle()) return false;
    this.cost = this.kernel.evaluate();
    this.guidance = this.kernel.guidance();
    return true;
  }

  /** The best plan so far, with the start of each visit (not a number where it is left out). */
  plan(): Plan {
    this.adopt(this.best);
    const start = this.state.start.map((at, visit) =>
      (this.state.tourOf[visit] as number) < 0 ? Number.NaN : at,
    );
    return { rows: this.best, start, cost: this.cost, rests: this.kernel.rests() };
  }
}
