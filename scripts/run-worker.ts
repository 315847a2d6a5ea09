import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./home.ts";
import { LaunchError } from "./launch-error.ts";
import { liveUntilStopped } from "./lifecycle.ts";
import { programEnvironment } from "./program-environment.ts";

await liveUntilStopped(async (life) => {
  const env = await life.unlessStopped(programEnvironment());
  const worker = fork(join(root, "dist", "worker.mjs"), {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env,
  });
  const ended = once(worker, "exit");
  worker.once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
  life.onEnd(async () => {
    worker.kill("SIGTERM");
    await ended;
  });
  await Promise.race([once(worker, "message"), ended.then(() => Promise.reject(failure())), life.stopped]);
  console.log("The worker is running. Ctrl-C stops it cleanly.");
});

function failure(): LaunchError {
  return new LaunchError("the worker ended while starting: read the message above.");
}
