import type { Consequences } from "./consequences.ts";
import type { Instance } from "./instance.ts";
import type { Places } from "./places.ts";
import type { Random } from "./random.ts";
import type { State } from "./state.ts";

/** Chance that a place is overlooked, so that the search does not always do the same (Christiaens & Vanden Berghe 2020). */
export const BLINK = 0.01;

/** Collects the places where a visit could go, with the least each can cost; of empty tours one of each kind. */
export class Gathering {
  private readonly state: State;
  private readonly instance: Instance;
  private readonly consequences: Consequences;
  private readonly random: Random;
  private readonly seen: Int32Array;
  private round = 0;

  constructor(state: State, consequences: Consequences, random: Random) {
    this.state = state;
    this.instance = state.instance;
    this.consequences = consequences;
    this.random = random;
    this.seen = new Int32Array(this.instance.tours);
  }

  /** `other`: its other half, where that is placed, which the visit must suit and whose person may not come twice; or -1. */
  gather(visit: number, other: number, list: Places, limit: number): void {
    const { instance, state } = this;
    const { allowedFrom, allowed, person, capacity, demand } = instance;
    const taken = other < 0 ? -1 : (person[state.tourOf[other] as number] as number);
    const from = allowedFrom[visit] as number;
    const to = allowedFrom[visit + 1] as number;
    list.count = 0;
    this.round++;
    for (let k = from; k < to; k++) {
      const tour = allowed[k] as number;
      if (this.isRepeated(tour) || (person[tour] as number) === taken) continue;
      if ((state.load[tour] as number) + (demand[visit] as number) > (capacity[tour] as number)) continue;
      this.gatherRow(visit, other, tour, list, limit);
    }
  }

  /** Only one empty tour of each kind. */
  isRepeated(tour: number): boolean {
    if ((this.state.length[tour] as number) > 0) return false;
    const kind = this.instance.kind[tour] as number;
    if ((this.seen[kind] as number) === this.round) return true;
    this.seen[kind] = this.round;
    return false;
  }

  /** Forgets which kinds were seen. */
  beginRound(): void {
    this.round++;
  }

  private gatherRow(visit: number, other: number, tour: number, list: Places, limit: number): void {
    const { instance, state, consequences } = this;
    const { time, cost, place, places, duration, weights } = instance;
    const here = place[visit] as number;
    const close = instance.closes[visit] as number;
    const length = state.length[tour] as number;
    const base = tour * state.width;
    const offset = (instance.mode[tour] as number) * places * places;
    const extra =
      (instance.assign[visit * instance.tours + tour] as number) +
      (length === 0 ? (instance.fixedCost[tour] as number) : 0);
    let from = instance.startPlace[tour] as number;
    let clock = instance.open[tour] as number;
    for (let i = 0; i <= length; i++) {
      const after = i < length ? (state.row[base + i] as number) : -1;
      const to = after < 0 ? (instance.endPlace[tour] as number) : (place[after] as number);
      let at = clock + (time[offset + from * places + here] as number);
      if (at < (instance.opens[visit] as number)) at = instance.opens[visit] as number;
      if (other >= 0) at = consequences.joint(visit, other, at);
      if (at > (instance.hardLatest[visit] as number)) break;
      const late = at > close ? weights.tardiness * (at - close) : 0;
      if (extra + late >= limit) break;
      const way =
        (cost[offset + from * places + here] as number) +
        (cost[offset + here * places + to] as number) -
        (cost[offset + from * places + to] as number);
      const least = extra + late + weights.travel * way;
      if (least < limit && this.random.next() >= BLINK) list.add(tour, i, least, at);
      if (after < 0) break;
      clock = (state.start[after] as number) + (duration[after] as number);
      from = to;
    }
  }
}
