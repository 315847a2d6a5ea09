import { type ChildProcess, fork } from "node:child_process";
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "./home.ts";
import { LaunchError } from "./launch-error.ts";
import type { Environment } from "./run-node.ts";

const drainMs = 27_000;
const longestPauseMs = 10_000;
const healthyAfterMs = 30_000;

export type Processes = {
  /** Settles when all serve, or fails when one cannot start. */
  ready: Promise<unknown>;
  /** Web processes finish their requests first, then the worker its jobs. */
  stop(): Promise<void>;
};

/** Starts `count` web processes and one worker; each is replaced when it dies. */
export function startProcesses(count: number, env: Environment): Processes {
  cluster.setupPrimary({
    exec: join(root, "dist", "web.mjs"),
    execArgv: ["--enable-source-maps"],
    cwd: root,
  });
  const webs = Array.from({ length: count }, (_, index) =>
    keepAlive(`web ${index + 1}`, () => cluster.fork(env) as Worker),
  );
  const worker = keepAlive("worker", () =>
    fork(join(root, "dist", "worker.mjs"), {
      cwd: root,
      execArgv: ["--enable-source-maps"],
      env: { ...process.env, ...env },
    }),
  );
  return {
    ready: Promise.all([...webs, worker].map(({ ready }) => ready)),
    async stop() {
      // A signal to the whole group may end the worker by itself: from here on that is no accident.
      worker.retire();
      await Promise.all(webs.map((web) => web.stop()));
      await worker.stop();
    },
  };
}

type Kept = {
  ready: Promise<void>;
  /** Is not replaced any more. */
  retire(): void;
  stop(): Promise<void>;
};

/** Keeps one child process alive, pausing longer after each early death. */
function keepAlive(name: string, start: () => Worker | ChildProcess): Kept {
  let wanted = true;
  let child: ChildProcess;
  const firstReady = Promise.withResolvers<void>();
  const loop = async () => {
    for (let failures = 0, served = false; wanted; failures++) {
      const started = Date.now();
      const spawned = start();
      child = "process" in spawned ? spawned.process : spawned;
      child.on("message", () => {
        served = true;
        firstReady.resolve();
      });
      await once(child, "exit");
      if (!wanted) return;
      if (!served && failures >= 2)
        firstReady.reject(new LaunchError(`the ${name} process cannot start: read the message above.`));
      if (Date.now() - started > healthyAfterMs) failures = 0;
      console.error(`The ${name} process ended unexpectedly; replacing it.`);
      await pause(Math.min(longestPauseMs, 200 * 2 ** failures));
    }
  };
  const finished = loop();
  const retire = () => {
    wanted = false;
  };
  return {
    ready: firstReady.promise,
    retire,
    async stop() {
      retire();
      child.kill("SIGTERM");
      const overdue = setTimeout(() => child.kill("SIGKILL"), drainMs);
      await finished;
      clearTimeout(overdue);
    },
  };
}
