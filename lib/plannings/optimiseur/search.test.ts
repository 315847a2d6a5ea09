import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildInstance, type Spec } from "./build.ts";
import { judgeDays } from "./day-reference.testing.ts";
import { dayProblems, problems } from "./problem.testing.ts";
import { judge } from "./reference.testing.ts";
import { Search } from "./search.ts";
import { solve } from "./solve.ts";
import { solveOnThreads } from "./threads.ts";

const TRIALS = 60;
const RUNS = Number(process.env.PLANNING_RUNS ?? 1500);

describe("the search", () => {
  it("never breaks a hard rule, and believes of its plan what an independent judge finds", () => {
    fc.assert(
      fc.property(problems, fc.nat(), fc.constantFrom(0, 300), (spec, seed, many) => {
        const demand = {
          instance: buildInstance(spec),
          seed,
          budget: { iterations: TRIALS },
          settings: { many },
        };
        const plan = solve(demand);
        const judged = judge(spec, plan.rows);
        expect(judged.broken).toEqual([]);
        expect(plan.cost).toBeCloseTo(judged.cost, 6);
        for (const [visit, at] of judged.start) expect(plan.start[visit]).toBeCloseTo(at, 6);
      }),
      { numRuns: RUNS },
    );
  });

  it("keeps the plan at hand as a judge sees it after every trial", () => {
    fc.assert(
      fc.property(problems, fc.nat(), (spec, seed) => {
        const search = new Search(buildInstance(spec), seed);
        search.build();
        for (let k = 0; k < TRIALS; k++) {
          search.step(k / TRIALS);
          const judged = judge(spec, search.state.rows());
          expect(judged.broken).toEqual([]);
          expect(search.cost).toBeCloseTo(judged.cost, 6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("only gets better", () => {
    fc.assert(
      fc.property(problems, fc.nat(), (spec, seed) => {
        const search = new Search(buildInstance(spec), seed);
        search.build();
        for (let k = 0; k < TRIALS; k++) {
          const before = search.bestCost;
          search.step(k / TRIALS);
          expect(search.bestCost).toBeLessThanOrEqual(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same plan for the same seed and number of trials", () => {
    const [spec] = fc.sample(problems, { numRuns: 1, seed: 11 }) as [Spec];
    const demand = { instance: buildInstance(spec), seed: 5, budget: { iterations: 300 } };
    expect(solve(demand).rows).toEqual(solve(demand).rows);
  });

  it("stops when it is told to, with the best plan so far", () => {
    const [spec] = fc.sample(problems, { numRuns: 1, seed: 12 }) as [Spec];
    const plan = solve(
      { instance: buildInstance(spec), seed: 1, budget: { seconds: 3600 } },
      { onProgress: () => false },
    );
    expect(judge(spec, plan.rows).broken).toEqual([]);
    expect(plan.seconds).toBeLessThan(3600);
  });
});

describe("the search over whole days", () => {
  it("never breaks a hard rule, and believes of its plan what somebody with the paper in hand finds", () => {
    fc.assert(
      fc.property(dayProblems, fc.nat(), (spec, seed) => {
        const instance = { ...buildInstance(spec), isDaily: true };
        const plan = solve({ instance, seed, budget: { iterations: TRIALS } });
        const judged = judgeDays(spec, plan);
        expect(judged.broken).toEqual([]);
        expect(plan.cost).toBeCloseTo(judged.cost, 6);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the search on threads", () => {
  const [spec] = fc.sample(problems, { numRuns: 1, seed: 13 }) as [Spec];
  const instance = buildInstance(spec);

  it("reports progress and returns the best of its threads", async () => {
    const seen: number[] = [];
    const demand = { instance, seed: 1, budget: { seconds: 0.6 } };
    const outcome = await solveOnThreads(demand, 2, { onProgress: ({ cost }) => seen.push(cost) });
    expect(outcome.cost).toBeCloseTo(judge(spec, outcome.rows).cost, 6);
    expect(seen.length).toBeGreaterThan(0);
    expect(outcome.cost).toBeLessThanOrEqual(Math.min(...seen));
  });

  it("ends at once when it is cancelled, and still returns a plan", async () => {
    const cancel = new AbortController();
    const demand = { instance, seed: 1, budget: { seconds: 3600 } };
    const outcome = await solveOnThreads(demand, 2, {
      onProgress: () => cancel.abort(),
      signal: cancel.signal,
    });
    expect(judge(spec, outcome.rows).broken).toEqual([]);
  });
});
