import type { Instance, Poids } from "./instance.ts";

const FAR = Number.POSITIVE_INFINITY;

/** A visit in plain words; what is left out means "any", "none" or "no limit". */
export type VisitSpec = {
  place: number;
  duration: number;
  /** In order: a start inside one of them is on time. */
  windows: [open: number, close: number][];
  /** No start after this; infinite when lateness is only paid for. */
  hardLatest?: number;
  demand?: number;
  /** What leaving it out costs. */
  omission: number;
  /** Tours that may give it, and what each costs besides way and time. */
  tours: { tour: number; cost?: number }[];
  pinned?: boolean;
  /** The other half: `second` starts between `gap[0]` and `gap[1]` after the first. */
  /** The visit that is given or left out together with this one (the other half of a pair is, in any case). */
  mate?: number;
  pair?: { visit: number; isSecond: boolean; gap: [number, number] };
};

/** What one person may do on one day. Tours of one `kind` are alike while empty, for every visit. */
export type TourSpec = {
  person: number;
  kind: number;
  mode?: number;
  start: number;
  end: number;
  open: number;
  close?: number;
  hardClose?: number;
  capacity?: number;
  fixedCost?: number;
  /** A break of at least `lasts` within the span. */
  rest?: { open: number; close: number; lasts: number };
};

export type Spec = {
  places: number;
  /** By mode, place × place: duration and cost of the way. */
  time: Float64Array;
  cost: Float64Array;
  visits: VisitSpec[];
  tours: TourSpec[];
  weights: Poids;
};

/** The same problem as flat arrays, for the search. */
export function buildInstance({ places, time, cost, visits, tours, weights }: Spec): Instance {
  const counts = visits.map((visit) => visit.tours.length);
  return {
    visits: visits.length,
    tours: tours.length,
    places,
    time,
    cost,
    weights,
    ...visitColumns(visits),
    ...tourColumns(tours),
    allowedFrom: runningSums(counts),
    allowed: Int32Array.from(visits.flatMap((visit) => visit.tours.map(({ tour }) => tour))),
    assign: assignments(visits, tours.length),
    hasPairs: visits.some(({ pair }) => pair !== undefined),
    isDaily: isDaily(visits, tours, weights),
    hasSoftTime: visits.some(({ windows, hardLatest }) => (hardLatest ?? FAR) > (windows.at(-1)?.[1] ?? FAR)),
  };
}

function visitColumns(visits: VisitSpec[]) {
  const reals = (pick: (visit: VisitSpec) => number) => Float64Array.from(visits, pick);
  const windows = visits.flatMap((visit) => visit.windows);
  return {
    place: Int32Array.from(visits, ({ place }) => place),
    duration: reals(({ duration }) => duration),
    demand: reals(({ demand }) => demand ?? 0),
    opens: reals((visit) => visit.windows[0]?.[0] ?? 0),
    closes: reals((visit) => visit.windows.at(-1)?.[1] ?? FAR),
    windowFrom: runningSums(visits.map((visit) => visit.windows.length)),
    windowOpen: Float64Array.from(windows, ([open]) => open),
    windowClose: Float64Array.from(windows, ([, close]) => close),
    hardLatest: reals(({ hardLatest }) => hardLatest ?? FAR),
    omission: reals(({ omission }) => omission),
    mate: Int32Array.from(visits, ({ pair, mate }) => mate ?? pair?.visit ?? -1),
    partner: Int32Array.from(visits, ({ pair }) => pair?.visit ?? -1),
    isSecond: Uint8Array.from(visits, ({ pair }) => Number(pair?.isSecond ?? false)),
    gapMin: reals(({ pair }) => pair?.gap[0] ?? -FAR),
    gapMax: reals(({ pair }) => pair?.gap[1] ?? FAR),
    pinned: Uint8Array.from(visits, ({ pinned }) => Number(pinned ?? false)),
  };
}

function tourColumns(tours: TourSpec[]) {
  const reals = (pick: (tour: TourSpec) => number) => Float64Array.from(tours, pick);
  const wholes = (pick: (tour: TourSpec) => number) => Int32Array.from(tours, pick);
  return {
    person: wholes(({ person }) => person),
    kind: wholes(({ kind }) => kind),
    mode: wholes(({ mode }) => mode ?? 0),
    startPlace: wholes(({ start }) => start),
    endPlace: wholes(({ end }) => end),
    open: reals(({ open }) => open),
    close: reals(({ close }) => close ?? FAR),
    hardClose: reals(({ hardClose }) => hardClose ?? FAR),
    capacity: reals(({ capacity }) => capacity ?? FAR),
    fixedCost: reals(({ fixedCost }) => fixedCost ?? 0),
    breakOpen: reals(({ rest }) => rest?.open ?? Number.NaN),
    breakClose: reals(({ rest }) => rest?.close ?? Number.NaN),
    breakLasts: reals(({ rest }) => rest?.lasts ?? Number.NaN),
  };
}

function assignments(visits: VisitSpec[], tours: number): Float32Array {
  const costs = new Float32Array(visits.length * tours).fill(FAR);
  for (const [index, visit] of visits.entries())
    for (const { tour, cost } of visit.tours) costs[index * tours + tour] = cost ?? 0;
  return costs;
}

/** Where each group begins in a list of all groups, and where the last one ends. */
function runningSums(counts: number[]): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  for (const [index, count] of counts.entries()) sums[index + 1] = (sums[index] as number) + count;
  return sums;
}

function isDaily(visits: VisitSpec[], tours: TourSpec[], weights: Poids): boolean {
  const { waiting, overtime, maxIdle, missedBreak } = weights;
  return (
    [waiting, overtime, maxIdle, missedBreak].some((weight) => (weight ?? 0) > 0) ||
    visits.some(({ windows }) => windows.length > 1) ||
    tours.some(({ rest }) => rest !== undefined)
  );
}
