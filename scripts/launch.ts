import { buildIfNeeded } from "./build.ts";
import {
  firstAdminLink,
  migrateDatabase,
  prepareEmbedded,
  replayErasures,
  startEmbedded,
} from "./database.ts";
import { checkDatabaseUrl } from "./external-database.ts";
import { dataHome } from "./home.ts";
import { type Life, liveUntilStopped } from "./lifecycle.ts";
import { lockHome } from "./lock.ts";
import { startProcesses } from "./processes.ts";
import { phase } from "./progress.ts";
import type { Environment } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings, requireFreePort, type Settings } from "./settings.ts";

const accounts = ["admin", "gestionnaire", "intervenant", "client", "auditeur"];

await liveUntilStopped(async (life) => {
  const settings = readSettings();
  const home = dataHome();
  await requireFreePort(settings.port);
  life.onEnd(lockHome(home));
  // Who serves people needs no key of the backups.
  const { DIHYA_POSTGRES_PASSWORD: password, DIHYA_BACKUP_KEY: _kept, ...secrets } = loadSecrets(home);
  if (settings.databaseUrl) await checkDatabaseUrl(settings.databaseUrl);
  await life.unlessStopped(buildIfNeeded(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY));
  const env: Environment = { ...secrets, ...childEnvironment(settings, home), NODE_ENV: "production" };
  const database = await life.unlessStopped(prepareDatabase(life, settings, home, password, env));
  env.DATABASE_URL = database.url;
  // Before anybody is served: a restored backup may still know people who were erased since.
  await life.unlessStopped(replayErasures(home, env));
  const count = settings.webProcesses;
  await phase(`Starting ${count} web process${count > 1 ? "es" : ""} and the worker`, () => {
    const processes = startProcesses(count, env);
    life.onEnd(processes.stop);
    return Promise.race([processes.ready, life.stopped]);
  });
  await greet({ ...settings, ...database }, env);
});

async function prepareDatabase(
  life: Life,
  { databaseUrl, demonstration }: Settings,
  home: string,
  password: string,
  env: Environment,
): Promise<{ url: string; demonstration: boolean }> {
  if (databaseUrl) {
    await migrateDatabase(databaseUrl, env);
    return { url: databaseUrl, demonstration: false };
  }
  const server = await startEmbedded(home, password);
  life.onEnd(() => phase("Stopping PostgreSQL", server.stop));
  return prepareEmbedded(server, { demonstration }, env);
}

async function greet({ publicUrl, demonstration }: Settings, env: Environment): Promise<void> {
  const link = demonstration ? "" : await firstAdminLink(env);
  console.log(`\nDihya is ready: ${publicUrl}\n`);
  if (demonstration) {
    console.log("Demonstration accounts (password of all five: Dihya-demo-2026!)");
    for (const name of accounts) console.log(`  ${name}@dihya.test`);
  } else if (link) console.log(`Create the first admin here (valid once):\n  ${link}`);
  console.log("\nCtrl-C stops it cleanly.");
}
