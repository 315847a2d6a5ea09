import { Consequences } from "./consequences.ts";
import { lateness, omissions, rowCost } from "./cost.ts";
import { Delay } from "./delay.ts";
import { Gathering } from "./gathering.ts";
import { Insertion } from "./insertion.ts";
import type { Instance } from "./instance.ts";
import type { Journal } from "./journal.ts";
import type { Kernel, Rest } from "./kernel.ts";
import { PairInsertion } from "./pair-insertion.ts";
import type { Random } from "./random.ts";
import { Rings } from "./rings.ts";
import { Schedule } from "./schedule.ts";
import type { State } from "./state.ts";

const IMPOSSIBLE = "a plan with visits taken out must keep a schedule";

/** Ways, assignments, hard times and lateness, exact at every step. */
export class RouteKernel implements Kernel {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly journal: Journal;
  private readonly schedule: Schedule;
  private readonly consequences: Consequences;
  private readonly insertion: Insertion;
  private readonly pairs: PairInsertion;
  private readonly rowCosts: Float64Array;

  constructor(state: State, journal: Journal, random: Random, many: number) {
    this.state = state;
    this.instance = state.instance;
    this.journal = journal;
    const rings = new Rings(state);
    const delay = new Delay(state, rings);
    this.schedule = new Schedule(state, delay, rings);
    this.consequences = new Consequences(state, this.schedule, delay);
    const gathering = new Gathering(state, this.consequences, random);
    this.insertion = new Insertion(state, this.schedule, this.consequences, gathering, random, many);
    this.pairs = new PairInsertion(state, this.schedule, this.consequences, delay, gathering);
    this.rowCosts = new Float64Array(this.instance.tours);
  }

  reset(): void {
    this.rowCosts.fill(0);
    this.consequences.maxLate = 0;
  }

  begin(): void {}

  settle(): boolean {
    const { hasPairs, hasSoftTime } = this.instance;
    if (hasPairs) {
      if (!this.schedule.schedule()) throw new Error(IMPOSSIBLE);
    } else
      for (let k = 0; k < this.journal.count; k++)
        if (!this.schedule.scheduleRow(this.journal.touched[k] as number)) throw new Error(IMPOSSIBLE);
    if (hasPairs || hasSoftTime) {
      this.consequences.maxLate = lateness(this.state).maxLate;
      this.schedule.slacken();
    }
    return true;
  }

  insert(visit: number): void {
    const { insertion, pairs, journal } = this;
    const { omission, partner } = this.instance;
    const other = partner[visit] as number;
    if (other >= 0 && (this.state.tourOf[other] as number) < 0) {
      const limit = (omission[visit] as number) + (omission[other] as number);
      if (pairs.find(visit, limit) === Number.POSITIVE_INFINITY) return;
      journal.touch(pairs.firstTour);
      journal.touch(pairs.secondTour);
      pairs.put(visit);
    } else if (insertion.find(visit, omission[visit] as number) < Number.POSITIVE_INFINITY) {
      journal.touch(insertion.bestTour);
      insertion.put(visit);
    }
  }

  evaluate(): number {
    const { journal, state } = this;
    for (let k = 0; k < journal.count; k++) {
      const tour = journal.touched[k] as number;
      this.rowCosts[tour] = rowCost(state, tour);
    }
    let sum = omissions(state);
    for (let tour = 0; tour < this.instance.tours; tour++) sum += this.rowCosts[tour] as number;
    if (this.instance.hasSoftTime) sum += lateness(state).cost;
    return sum;
  }

  guidance(): number {
    return 0;
  }

  rests(): Rest[] {
    return [];
  }

  restore(): void {
    for (let k = 0; k < this.journal.count; k++) {
      const tour = this.journal.touched[k] as number;
      this.rowCosts[tour] = rowCost(this.state, tour);
      if (!this.instance.hasPairs) this.schedule.scheduleRow(tour);
    }
  }
}
