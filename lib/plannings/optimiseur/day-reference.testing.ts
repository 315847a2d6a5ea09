import type { Spec, TourSpec, VisitSpec } from "./build.ts";
import type { Rest } from "./kernel.ts";
import type { Plan } from "./search.ts";

const FAR = Number.POSITIVE_INFINITY;
const EPSILON = 1e-6;
type Stop = { place: number; from: number; to: number; isRest: boolean; visit?: VisitSpec };
type Account = { broken: string[]; cost: number; idle: number; late: number };

/**
 * A plan of whole days judged from its starts and breaks as written, as somebody with the paper in hand would: every stop
 * is reachable, opens, lasts; waiting, lateness, overtime and idleness are added up anew. Shares nothing with the search.
 */
export function judgeDays(spec: Spec, plan: Plan): { broken: string[]; cost: number } {
  const accounts = plan.rows.map((row, tour) => walk(spec, tour, stopsOf(spec, plan, row, plan.rests[tour])));
  const broken = [...accounts.flatMap((one) => one.broken), ...links(spec, plan)];
  const most = (pick: (one: Account) => number) => Math.max(0, ...accounts.map(pick));
  const placed = new Set(plan.rows.flat());
  if (placed.size !== plan.rows.flat().length) broken.push("twice");
  const { weights, visits } = spec;
  let cost =
    weights.maxTardiness * most(({ late }) => late) + (weights.maxIdle ?? 0) * most(({ idle }) => idle);
  for (const one of accounts) cost += one.cost;
  for (const [visit, { omission, mate, pair }] of visits.entries()) {
    if (!placed.has(visit)) cost += omission;
    const other = mate ?? pair?.visit;
    if (other !== undefined && placed.has(visit) !== placed.has(other)) broken.push("half");
  }
  for (const [tour, row] of plan.rows.entries())
    for (const visit of row) {
      const found = visits[visit]?.tours.find((one) => one.tour === tour);
      if (!found) broken.push("skill");
      cost += found?.cost ?? 0;
    }
  return { broken, cost };
}

function stopsOf({ visits, tours }: Spec, plan: Plan, row: number[], rest: Rest | undefined): Stop[] {
  const stops = row.map((visit): Stop => {
    const spec = visits[visit] as VisitSpec;
    const from = plan.start[visit] as number;
    return { place: spec.place, from, to: from + spec.duration, isRest: false, visit: spec };
  });
  if (rest && row.length > 0) {
    const place =
      rest.visit < 0
        ? (tours[plan.rows.indexOf(row)] as TourSpec).start
        : (visits[rest.visit] as VisitSpec).place;
    stops.push({ place, from: rest.from, to: rest.to, isRest: true });
  }
  return stops.sort((a, b) => a.from - b.from || a.to - b.to);
}

function walk({ places, time, cost, tours, weights }: Spec, index: number, stops: Stop[]): Account {
  const tour = tours[index] as TourSpec;
  const close = tour.close ?? FAR;
  const missed = tour.rest && !stops.some(({ isRest }) => isRest) ? (weights.missedBreak ?? 0) : 0;
  const [first] = stops;
  if (!first) return { broken: [], cost: missed, idle: close - tour.open, late: 0 };
  const way = (matrix: Float64Array, a: number, b: number) => matrix[a * places + b] as number;
  const broken: string[] = [];
  const sums = { travel: 0, tardiness: 0, waiting: 0, late: 0 };
  let clock = first.from - way(time, tour.start, first.place);
  if (clock < tour.open - EPSILON) broken.push("leaves early");
  let idle = clock - tour.open;
  let here = tour.start;
  for (const [k, stop] of stops.entries()) {
    const arrives = clock + way(time, here, stop.place);
    sums.travel += way(cost, here, stop.place);
    if (stop.from < arrives - EPSILON) broken.push("travel");
    idle += stop.from - arrives;
    if (!(k === 1 && stops[0]?.isRest)) sums.waiting += stop.from - arrives;
    if (stop.isRest) broken.push(...restFaults(tour, stop));
    else {
      const late = latenessOf(stop, broken);
      sums.tardiness += late;
      sums.late = Math.max(sums.late, late);
    }
    clock = stop.to;
    here = stop.place;
  }
  clock += way(time, here, tour.end);
  sums.travel += way(cost, here, tour.end);
  if (clock > (tour.hardClose ?? FAR) + EPSILON) broken.push("close");
  const over = Math.max(0, clock - close);
  return {
    broken,
    cost:
      missed +
      (tour.fixedCost ?? 0) +
      weights.travel * sums.travel +
      weights.tardiness * sums.tardiness +
      (weights.waiting ?? 0) * sums.waiting +
      (weights.overtime ?? 0) * over,
    idle: idle + Math.max(0, close - clock),
    late: sums.late,
  };
}

function restFaults({ rest }: TourSpec, { from, to }: Stop): string[] {
  const fits =
    rest && from >= rest.open - EPSILON && to <= rest.close + EPSILON && to - from >= rest.lasts - EPSILON;
  return fits ? [] : ["rest"];
}

function latenessOf({ visit, from }: Stop, broken: string[]): number {
  const { windows, hardLatest } = visit as VisitSpec;
  const opened = windows.filter(([open]) => open <= from + EPSILON).at(-1);
  if (!opened) broken.push("early");
  if (from > (hardLatest ?? FAR) + EPSILON) broken.push("late");
  return Math.max(0, from - (opened?.[1] ?? from));
}

function links({ visits, tours }: Spec, { rows, start }: Plan): string[] {
  const person = new Map(rows.flatMap((row, tour) => row.map((visit) => [visit, tours[tour]?.person])));
  return [...person.keys()].flatMap((visit) => {
    const pair = visits[visit]?.pair;
    if (!pair || pair.isSecond || !person.has(pair.visit)) return [];
    const gap = (start[pair.visit] as number) - (start[visit] as number);
    const fits = gap >= pair.gap[0] - EPSILON && gap <= pair.gap[1] + EPSILON;
    return [
      ...(fits ? [] : ["gap"]),
      ...(person.get(visit) === person.get(pair.visit) ? ["same person"] : []),
    ];
  });
}
