import { Worker } from "node:worker_threads";
import type { Demand, Outcome, Progress } from "./solve.ts";

export type Following = {
  /** The best of all threads; called about ten times a second. */
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
};

type Said =
  | { kind: "progress"; progress: Progress }
  | { kind: "improved"; rows: number[][]; cost: number }
  | { kind: "done"; outcome: Outcome };

/**
 * Looks for the best plan on several threads, each with its own seed, that tell each other what they found. An aborted
 * signal ends it early with the best plan so far. One thread runs apart as well, so that the caller stays free.
 */
export async function solveOnThreads(
  demand: Demand,
  threads: number,
  { onProgress, signal }: Following = {},
): Promise<Outcome> {
  const latest: Progress[] = [];
  const workers = Array.from({ length: threads }, (_, k) =>
    start({ ...demand, seed: demand.seed + k * 7919 }),
  );
  const stop = () => workers.forEach((worker) => void worker.postMessage({ kind: "stop" }));
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted) stop();
  try {
    const outcomes = await Promise.all(
      workers.map((worker, k) =>
        follow(worker, (said) => {
          if (said.kind === "improved")
            for (const other of workers) if (other !== worker) other.postMessage(said);
          if (said.kind !== "progress") return;
          latest[k] = said.progress;
          onProgress?.(together(latest.filter(Boolean)));
        }),
      ),
    );
    const [best] = outcomes.toSorted((a, b) => a.cost - b.cost) as [Outcome];
    return { ...best, iterations: outcomes.reduce((sum, one) => sum + one.iterations, 0) };
  } finally {
    signal?.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function start(demand: Demand): Worker {
  return new Worker(new URL("./thread.ts", import.meta.url), { workerData: demand });
}

function follow(worker: Worker, onSaid: (said: Said) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.on("message", (said: Said) => (said.kind === "done" ? resolve(said.outcome) : onSaid(said)));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a search thread ended early (${code})`)));
  });
}

function together(all: Progress[]): Progress {
  return {
    progress: Math.min(...all.map(({ progress }) => progress)),
    cost: Math.min(...all.map(({ cost }) => cost)),
    iterations: all.reduce((sum, { iterations }) => sum + iterations, 0),
  };
}
