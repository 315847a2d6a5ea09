import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { type Demand, solve } from "./solve.ts";

/** One thread of `solveOnThreads`: reads its port between trials, since it never waits. */
type Heard = { kind: "stop" } | { kind: "improved"; rows: number[][]; cost: number };

const port = parentPort;
if (!port) throw new Error("this file runs as a thread");
let best: { rows: number[][]; cost: number } | undefined;

/** Takes what came; false when it was told to stop. */
function listen(): boolean {
  for (let one = receiveMessageOnPort(port as NonNullable<typeof port>); one; ) {
    const heard = one.message as Heard;
    if (heard.kind === "stop") return false;
    if (!best || heard.cost < best.cost) best = heard;
    one = receiveMessageOnPort(port as NonNullable<typeof port>);
  }
  return true;
}

const outcome = solve(workerData as Demand, {
  onProgress: (progress) => {
    port.postMessage({ kind: "progress", progress });
    return listen();
  },
  onImproved: (rows, cost) => port.postMessage({ kind: "improved", rows, cost }),
  incoming: () => best,
});
port.postMessage({ kind: "done", outcome });
