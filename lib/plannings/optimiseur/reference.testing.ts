import type { Spec, TourSpec, VisitSpec } from "./build.ts";

type Rows = readonly (readonly number[])[];
type Starts = Map<number, number>;
const FAR = Number.POSITIVE_INFINITY;
const EPSILON = 1e-9;

/**
 * A plan judged anew from the problem in plain words, the slow and obvious way: starts as the least that satisfies every
 * rule, found by going round until nothing changes. Shares nothing with the search.
 */
export function judge(spec: Spec, rows: Rows) {
  const start = earliest(spec, rows);
  if (!start) return { broken: ["ring"], cost: Number.NaN, start: new Map() as Starts };
  const broken = [...brokenByVisits(spec, rows, start), ...brokenByRows(spec, rows, start)];
  return { broken, cost: latenessCost(spec, start) + wayCost(spec, rows), start };
}

function earliest({ visits, tours, ...spec }: Spec, rows: Rows): Starts | undefined {
  const start: Starts = new Map(rows.flat().map((visit) => [visit, visits[visit]?.windows[0]?.[0] ?? 0]));
  let changed = true;
  const least = (visit: number, at: number) => {
    if (at <= (start.get(visit) as number) + EPSILON) return;
    start.set(visit, at);
    changed = true;
  };
  for (let round = 0; changed; round++) {
    if (round > visits.length * visits.length + 10) return undefined;
    changed = false;
    for (const [tour, row] of rows.entries()) {
      let clock = tours[tour]?.open ?? 0;
      let here = tours[tour]?.start ?? 0;
      for (const visit of row) {
        const { place, duration } = visits[visit] as VisitSpec;
        least(visit, clock + way(spec, spec.time, tours[tour] as TourSpec, here, place));
        clock = (start.get(visit) as number) + duration;
        here = place;
      }
    }
    for (const [visit, at] of [...start]) {
      const pair = visits[visit]?.pair;
      if (pair && start.has(pair.visit))
        least(pair.visit, pair.isSecond ? at - pair.gap[1] : at + pair.gap[0]);
    }
  }
  return start;
}

function way(
  { places }: { places: number },
  matrix: Float64Array,
  { mode }: TourSpec,
  from: number,
  to: number,
) {
  return matrix[(mode ?? 0) * places * places + from * places + to] as number;
}

function latenessCost({ visits, weights }: Spec, start: Starts): number {
  const lates = [...start].map(([visit, at]) =>
    Math.max(0, at - (visits[visit]?.windows.at(-1)?.[1] ?? FAR)),
  );
  const sum = lates.reduce((total, late) => total + late, 0);
  return weights.tardiness * sum + weights.maxTardiness * Math.max(0, ...lates);
}

/** Ways, vehicles, who gives what, and what is left out. */
function wayCost(spec: Spec, rows: Rows): number {
  const placed = new Set(rows.flat());
  let sum = 0;
  for (const [visit, { omission }] of spec.visits.entries()) if (!placed.has(visit)) sum += omission;
  for (const [index, row] of rows.entries()) {
    if (row.length === 0) continue;
    const tour = spec.tours[index] as TourSpec;
    const stops = [tour.start, ...row.map((visit) => spec.visits[visit]?.place as number), tour.end];
    const km = stops
      .slice(1)
      .reduce((total, to, k) => total + way(spec, spec.cost, tour, stops[k] as number, to), 0);
    const given = row.map((visit) => spec.visits[visit]?.tours.find((one) => one.tour === index)?.cost ?? 0);
    sum += (tour.fixedCost ?? 0) + spec.weights.travel * km + given.reduce((total, one) => total + one, 0);
  }
  return sum;
}

function brokenByVisits({ visits, tours }: Spec, rows: Rows, start: Starts): string[] {
  const broken: string[] = [];
  const person = new Map(rows.flatMap((row, tour) => row.map((visit) => [visit, tours[tour]?.person])));
  for (const [visit, at] of start) {
    const { hardLatest, pair } = visits[visit] as VisitSpec;
    if (at > (hardLatest ?? FAR) + EPSILON) broken.push("late");
    const other = pair && start.get(pair.visit);
    if (!pair || other === undefined) continue;
    if (person.get(visit) === person.get(pair.visit)) broken.push("same person");
    const gap = pair.isSecond ? at - other : other - at;
    if (gap < pair.gap[0] - EPSILON || gap > pair.gap[1] + EPSILON) broken.push("gap");
  }
  return broken;
}

function brokenByRows(spec: Spec, rows: Rows, start: Starts): string[] {
  const broken = new Set(rows.flat()).size === rows.flat().length ? [] : ["twice"];
  for (const [index, row] of rows.entries()) {
    const tour = spec.tours[index] as TourSpec;
    const given = row.map((visit) => spec.visits[visit] as VisitSpec);
    if (given.some(({ tours }) => !tours.some((one) => one.tour === index))) broken.push("skill");
    if (given.reduce((load, { demand }) => load + (demand ?? 0), 0) > (tour.capacity ?? FAR))
      broken.push("capacity");
    const last = given.at(-1);
    if (!last) continue;
    const leaves = (start.get(row.at(-1) as number) as number) + last.duration;
    if (leaves + way(spec, spec.time, tour, last.place, tour.end) > (tour.hardClose ?? FAR) + EPSILON)
      broken.push("close");
  }
  return broken;
}
