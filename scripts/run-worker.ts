import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildIfNeeded } from "./build.ts";
import { checkDatabaseUrl } from "./external-database.ts";
import { dataHome, root } from "./home.ts";
import { LaunchError } from "./launch-error.ts";
import { liveUntilStopped } from "./lifecycle.ts";
import { embeddedUrl } from "./live-database.ts";
import type { Environment } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings } from "./settings.ts";

await liveUntilStopped(async (life) => {
  const settings = readSettings();
  const home = dataHome();
  const { DIHYA_POSTGRES_PASSWORD: password, ...secrets } = loadSecrets(home);
  const databaseUrl = settings.databaseUrl ?? embeddedUrl(home, password);
  await checkDatabaseUrl(databaseUrl);
  await life.unlessStopped(buildIfNeeded(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY));
  const env: Environment = {
    ...childEnvironment(settings, home),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
  };
  const worker = fork(join(root, "dist", "worker.mjs"), {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env: { ...process.env, ...secrets, ...env },
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
