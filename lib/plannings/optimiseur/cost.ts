import type { State } from "./state.ts";

/** What a row costs by itself: its ways, its fixed cost, and who gives what. */
export function rowCost(state: State, tour: number): number {
  const { instance } = state;
  const { cost, place, places } = instance;
  const length = state.length[tour] as number;
  if (length === 0) return 0;
  const base = tour * state.width;
  const offset = (instance.mode[tour] as number) * places * places;
  let here = instance.startPlace[tour] as number;
  let way = 0;
  let sum = instance.fixedCost[tour] as number;
  for (let i = 0; i < length; i++) {
    const visit = state.row[base + i] as number;
    way += cost[offset + here * places + (place[visit] as number)] as number;
    sum += instance.assign[visit * instance.tours + tour] as number;
    here = place[visit] as number;
  }
  return (
    sum +
    instance.weights.travel *
      (way + (cost[offset + here * places + (instance.endPlace[tour] as number)] as number))
  );
}

/** What lateness costs over all visits that are placed; the largest comes in `maxLate`. */
export function lateness(state: State): { cost: number; maxLate: number } {
  const { closes, weights, visits } = state.instance;
  let late = 0;
  let maxLate = 0;
  for (let visit = 0; visit < visits; visit++) {
    if ((state.tourOf[visit] as number) < 0) continue;
    const by = (state.start[visit] as number) - (closes[visit] as number);
    if (by > 0) {
      late += by;
      if (by > maxLate) maxLate = by;
    }
  }
  return { cost: weights.tardiness * late + weights.maxTardiness * maxLate, maxLate };
}

/** What it costs that some visits are left out. */
export function omissions(state: State): number {
  const { omission, visits } = state.instance;
  let sum = 0;
  for (let visit = 0; visit < visits; visit++)
    if ((state.tourOf[visit] as number) < 0) sum += omission[visit] as number;
  return sum;
}
