import fc from "fast-check";
import type { Spec, TourSpec, VisitSpec } from "./build.ts";

type Drawn = {
  places: [number, number][];
  tours: { place: number; open: number; lasts: number; capacity: number; fixed: number }[];
  visits: {
    place: number;
    duration: number;
    open: number;
    width: number;
    demand: number;
    skip: number;
    hard: boolean;
    able: number;
    cost: number;
  }[];
  pairs: { kind: "together" | "after" | "free"; low: number; width: number }[];
  soft: boolean;
  wide: boolean;
};

const whole = (min: number, max: number) => fc.integer({ min, max });

/** Random problems, small and crowded: hard and soft times, two-person visits of each kind, skills, loads, several depots. */
export const problems: fc.Arbitrary<Spec> = fc
  .record({
    places: fc.array(fc.tuple(whole(0, 60), whole(0, 60)), { minLength: 3, maxLength: 8 }),
    tours: fc.array(
      fc.record({
        place: whole(0, 99),
        open: whole(0, 60),
        lasts: whole(150, 600),
        capacity: whole(3, 12),
        fixed: whole(0, 20),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    visits: fc.array(
      fc.record({
        place: whole(0, 99),
        duration: whole(5, 60),
        open: whole(0, 400),
        width: whole(0, 120),
        demand: whole(0, 3),
        skip: whole(100, 2000),
        hard: fc.boolean(),
        able: fc.oneof(whole(1, 15), fc.constant(15)),
        cost: whole(0, 9),
      }),
      { minLength: 2, maxLength: 12 },
    ),
    pairs: fc.array(
      fc.record({
        kind: fc.constantFrom("together" as const, "after" as const, "free" as const),
        low: whole(0, 30),
        width: whole(1, 60),
      }),
      { maxLength: 6 },
    ),
    soft: fc.boolean(),
    wide: fc.boolean(),
  })
  .map(specOf);

function specOf({ places, tours, visits, pairs, soft, wide }: Drawn): Spec {
  const matrix = Float64Array.from(
    places.flatMap((a) => places.map((b) => Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1])))),
  );
  const at = (place: number) => place % places.length;
  const visitSpecs = visits.map((visit): VisitSpec => {
    const open = wide ? visit.open / 8 : visit.open;
    const close = open + visit.width + (wide ? 300 : 0);
    const able = tours.flatMap((_, tour) =>
      (visit.able >> tour) & 1 ? [{ tour, cost: visit.cost * tour }] : [],
    );
    return {
      place: at(visit.place),
      duration: visit.duration,
      windows: [[open, close]],
      hardLatest: soft && !visit.hard ? Number.POSITIVE_INFINITY : close + (soft ? 30 : 0),
      demand: visit.demand,
      omission: visit.skip,
      tours: able,
    };
  });
  for (const [k, { kind, low, width }] of pairs.entries()) {
    const [first, second] = [visitSpecs[2 * k], visitSpecs[2 * k + 1]];
    if (!first || !second) break;
    const gap: [number, number] =
      kind === "together"
        ? [0, 0]
        : kind === "after"
          ? [low, low + width]
          : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    second.place = first.place;
    first.pair = { visit: 2 * k + 1, isSecond: false, gap };
    second.pair = { visit: 2 * k, isSecond: true, gap };
  }
  return {
    places: places.length,
    time: matrix,
    cost: matrix,
    visits: visitSpecs,
    tours: tours.map(
      ({ place, open, lasts, capacity, fixed }, person): TourSpec => ({
        person,
        kind: person,
        start: at(place),
        end: at(place),
        open,
        hardClose: soft ? Number.POSITIVE_INFINITY : open + lasts,
        capacity,
        fixedCost: fixed,
      }),
    ),
    weights: soft
      ? { travel: 1, tardiness: 2, maxTardiness: 3 }
      : { travel: 1, tardiness: 0, maxTardiness: 0 },
  };
}

const extras = fc.record({
  second: fc.array(fc.option(fc.tuple(whole(10, 200), whole(0, 90)), { nil: undefined }), {
    minLength: 12,
    maxLength: 12,
  }),
  rests: fc.array(fc.option(whole(0, 300), { nil: undefined }), { minLength: 4, maxLength: 4 }),
  waiting: whole(0, 6),
  overtime: whole(0, 6),
  maxIdle: whole(0, 9),
  missedBreak: whole(0, 200),
  tardiness: whole(0, 5),
  maxTardiness: whole(0, 5),
});

/** The same with whole days: a second window for some visits, breaks, waiting, overtime, idleness. */
export const dayProblems: fc.Arbitrary<Spec> = fc.tuple(problems, extras).map(([spec, extra]) => ({
  ...spec,
  visits: spec.visits.map((visit, k) => {
    const [, close] = visit.windows[0] as [number, number];
    const more = extra.second[k];
    if (!more || visit.pair) return { ...visit, hardLatest: Number.POSITIVE_INFINITY };
    const opens = close + more[0];
    const windows: [number, number][] = [...visit.windows, [opens, opens + more[1]]];
    return {
      ...visit,
      windows,
      hardLatest: visit.hardLatest === Number.POSITIVE_INFINITY ? visit.hardLatest : opens + more[1],
    };
  }),
  tours: spec.tours.map((tour, k) => {
    const open = extra.rests[k];
    const rest =
      open === undefined ? undefined : { open: tour.open + open, close: tour.open + open + 120, lasts: 30 };
    return { ...tour, close: tour.open + 300, capacity: undefined, rest };
  }),
  weights: { ...extra, travel: 1 },
}));
