import fc from "fast-check";
import { expect, test } from "vitest";
import { byActivity, type Cell, FEWEST_PEOPLE, type Group, partition } from "./open-data";

const cell = fc.record({
  mois: fc.constantFrom("2026-01", "2026-02"),
  activite: fc.constantFrom("a", "b", "c", "d"),
  commune: fc.constantFrom("x", "y", "z", "t"),
  prestations: fc.integer({ min: 1, max: 90 }),
  minutes: fc.integer({ min: 15, max: 9000 }),
  clients: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 25 }),
});
const world = fc.uniqueArray(cell, {
  maxLength: 32,
  selector: ({ mois, activite, commune }) => `${mois} ${activite} ${commune}`,
});

const published = (cells: Cell[]): Group[] => {
  const groups = partition(cells);
  return [...groups, ...byActivity(groups)];
};

/** Everything that can be computed from the published figures by adding and subtracting: their row space, reduced. */
function rowSpace(rows: number[][]): number[][] {
  const basis: number[][] = [];
  for (const row of rows) {
    const rest = reduce(row, basis);
    if (rest.some((value) => value !== 0)) basis.push(rest);
  }
  return basis;
}

/** Exact: indicator rows stay small whole numbers when no division is made. */
function reduce(row: readonly number[], basis: readonly number[][]): number[] {
  let rest = [...row];
  for (const one of basis) {
    const pivot = one.findIndex((value) => value !== 0);
    const [a, b] = [one[pivot] ?? 0, rest[pivot] ?? 0];
    if (b !== 0) rest = rest.map((value, at) => value * a - (one[at] ?? 0) * b);
  }
  return rest;
}

test("no published figure speaks of fewer than eleven people", () => {
  fc.assert(
    fc.property(world, (cells) => {
      for (const group of published(cells)) {
        const people = new Set(group.cells.flatMap(({ clients }) => clients));
        expect(people.size).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
      }
    }),
    { numRuns: 500 },
  );
});

test("no figure of a smaller cell can be computed from published ones by adding and subtracting", () => {
  fc.assert(
    fc.property(world, (cells) => {
      const rows = published(cells).map((group) => cells.map((one) => (group.cells.includes(one) ? 1 : 0)));
      const basis = rowSpace(rows);
      for (const [at, one] of cells.entries()) {
        if (one.clients.length >= FEWEST_PEOPLE) continue;
        const alone = cells.map((_, index) => (index === at ? 1 : 0));
        expect(reduce(alone, basis).some((value) => value !== 0)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("the check of subtraction sees what can be subtracted", () => {
  const basis = rowSpace([
    [1, 1, 1],
    [0, 1, 1],
  ]);
  expect(reduce([1, 0, 0], basis).every((value) => value === 0)).toBe(true);
  expect(reduce([0, 1, 0], basis).some((value) => value !== 0)).toBe(true);
});

test("counts each visit once, or not at all", () => {
  fc.assert(
    fc.property(world, (cells) => {
      const used = partition(cells).flatMap((group) => group.cells);
      expect(new Set(used).size).toBe(used.length);
      const months = new Set(used.map(({ mois }) => mois));
      expect(used.length).toBe(cells.filter(({ mois }) => months.has(mois)).length);
    }),
  );
});

test("names a commune that has enough people, and joins the others", () => {
  const people = (first: number, n: number) => Array.from({ length: n }, (_, at) => first + at);
  const base = { mois: "2026-01", activite: "menage", prestations: 1, minutes: 60 };
  const cells = [
    { ...base, commune: "Paris", clients: people(1, 40) },
    { ...base, commune: "Lyon", clients: people(100, 12) },
    { ...base, commune: "Lille", clients: people(200, 3) },
    { ...base, activite: "jardinage", commune: "Paris", clients: people(300, 11) },
  ];
  expect(partition(cells).map(({ activite, commune, cells: of }) => [activite, commune, of.length])).toEqual([
    ["jardinage", "Paris", 1],
    ["menage", "Paris", 1],
    ["menage", "autres", 2],
  ]);
});
