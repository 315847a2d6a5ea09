import type { Instance } from "./instance.ts";
import { type Plan, Search, type Settings } from "./search.ts";

/** How long to look: seconds, or a number of trials (then the same seed gives the same plan). */
export type Budget = { seconds: number } | { iterations: number };

export type Demand = { instance: Instance; seed: number; budget: Budget; settings?: Partial<Settings> };

/** `progress` in [0, 1]; `cost` is that of the best plan so far. */
export type Progress = { progress: number; cost: number; iterations: number };

export type Outcome = Plan & { iterations: number; seconds: number };

export type Listener = {
  /** Called about ten times a second; false ends the search at once, with the best plan so far. */
  onProgress?: (progress: Progress) => boolean;
  /** A plan found elsewhere, if there is one: taken over late in the search when it is better. */
  incoming?: () => { rows: number[][]; cost: number } | undefined;
  onImproved?: (rows: number[][], cost: number) => void;
};

/** Trials between two looks at the clock. */
const BATCH = 8;
const TELL_MS = 100;
/** From here on a better plan of another thread is taken over: before, two ways see more than one. */
const JOIN_AFTER = 0.7;

/** Looks for the best plan until the budget ends or the listener says stop. Always returns a plan. */
export function solve({ instance, seed, budget, settings }: Demand, listener: Listener = {}): Outcome {
  const begun = performance.now();
  const search = new Search(instance, seed, settings);
  search.build();
  const elapsed = () => (performance.now() - begun) / 1000;
  const progressOf = () =>
    "seconds" in budget ? elapsed() / budget.seconds : search.iterations / budget.iterations;
  let told = Number.NEGATIVE_INFINITY;
  let sent = Number.POSITIVE_INFINITY;
  for (let progress = 0; progress < 1; progress = progressOf()) {
    const most = "seconds" in budget ? BATCH : Math.min(BATCH, budget.iterations - search.iterations);
    for (let k = 0; k < most; k++) search.step(progress);
    if (performance.now() - told < TELL_MS) continue;
    told = performance.now();
    const state = { progress, cost: search.bestCost, iterations: search.iterations };
    if (listener.onProgress?.(state) === false) break;
    if (search.bestCost < sent) {
      sent = search.bestCost;
      listener.onImproved?.(search.best, sent);
    }
    const other = progress > JOIN_AFTER ? listener.incoming?.() : undefined;
    if (other && other.cost < search.bestCost - 1e-9) search.adopt(other.rows);
  }
  return { ...search.plan(), iterations: search.iterations, seconds: elapsed() };
}
