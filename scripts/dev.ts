import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build as bundle, context } from "esbuild";
import { serverBundle } from "./build.ts";
import { prepareEmbedded, startEmbedded } from "./database.ts";
import { dataHome, root } from "./home.ts";
import { type Life, liveUntilStopped } from "./lifecycle.ts";
import { lockHome } from "./lock.ts";
import type { Environment } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings, requireFreePort } from "./settings.ts";

/** Apart from dist/, which npm start owns. */
const programs = join("dist", "dev");

await liveUntilStopped(async (life) => {
  const settings = { ...readSettings(), webProcesses: 1 };
  const home = dataHome(join(root, ".dihya", "dev"));
  await requireFreePort(settings.port);
  life.onEnd(lockHome(home));
  const { DIHYA_POSTGRES_PASSWORD: password, ...secrets } = loadSecrets(home);
  const env: Environment = { ...secrets, ...childEnvironment(settings, home), DIHYA_PROGRAMS: programs };
  await life.unlessStopped(bundle(serverBundle(["migrate", "seed"], programs)));
  const server = await startEmbedded(home, password);
  life.onEnd(server.stop);
  env.DATABASE_URL = (await life.unlessStopped(prepareEmbedded(server, settings, env))).url;
  await watchWorker(life, env);
  serveSources(life, env);
});

/** The worker starts again each time one of its sources is saved. */
async function watchWorker(life: Life, env: Environment): Promise<void> {
  let worker: ChildProcess | undefined;
  const restart = async () => {
    await end(worker);
    worker = fork(join(root, programs, "worker.mjs"), {
      cwd: root,
      execArgv: ["--enable-source-maps"],
      env: { ...process.env, ...env, NODE_ENV: "development" },
    });
  };
  const watched = await context({
    ...serverBundle(["worker"], programs),
    plugins: [
      {
        name: "restart-worker",
        setup: (build) => build.onEnd(({ errors }) => (errors.length > 0 ? undefined : restart())),
      },
    ],
  });
  life.onEnd(async () => {
    await watched.dispose();
    await end(worker);
  });
  await watched.watch();
}

function serveSources(life: Life, env: Environment): void {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "dev", "--port", String(env.PORT)], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "development" },
    stdio: "inherit",
  });
  life.onEnd(() => end(child));
}

async function end(child?: ChildProcess): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
