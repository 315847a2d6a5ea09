import { reportAndExit } from "./launch-error.ts";
import { stopRunning } from "./run-node.ts";

export type Life = {
  /** Registers what must be undone at the end, newest first. */
  onEnd(step: () => unknown): void;
  /** The step's result; when a stop was asked meanwhile, the start goes no further. */
  unlessStopped<Result>(step: Promise<Result>): Promise<Result>;
  /** Fails as soon as a stop is asked: race it against a wait that may be cut short. */
  stopped: Promise<never>;
};

/** Runs `start`, then waits for SIGINT or SIGTERM and undoes everything in order; exit code 0. */
export async function liveUntilStopped(start: (life: Life) => Promise<void>): Promise<void> {
  const undo: (() => unknown)[] = [];
  const interruption = Promise.withResolvers<never>();
  interruption.promise.catch(() => {});
  let stopping = false;
  const unwind = async () => {
    for (const step of undo.reverse()) await step();
  };
  const life: Life = {
    onEnd: (step) => undo.push(step),
    unlessStopped: async (step) => {
      const result = await step;
      return stopping ? interruption.promise : result;
    },
    stopped: interruption.promise,
  };
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping…");
    stopRunning();
    interruption.reject(new Error("stopped while starting"));
    await starting.catch(() => {});
    await unwind();
    console.log("Stopped; nothing was lost.");
    process.exit(0);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const starting = start(life);
  try {
    await starting;
  } catch (error) {
    if (stopping) return;
    await unwind();
    reportAndExit(error);
  }
}
