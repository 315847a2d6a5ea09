import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { buildIfNeeded } from "./build.ts";
import { checkDatabaseUrl } from "./external-database.ts";
import { dataHome, root } from "./home.ts";
import { LaunchError, reportAndExit } from "./launch-error.ts";
import { lockHome } from "./lock.ts";
import { administer, ensureDatabase, type Server, startServer } from "./postgres/server.ts";
import type { Environment } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings } from "./settings.ts";

const name = "dihya";
const draft = "dihya_restauration";
const former = "dihya_avant_restauration";

/**
 * npm run restore: the backup is loaded beside the database and checked, then takes its place; the former one stays
 * under another name until the next restore. With DATABASE_URL it fills that database, which must be empty.
 */
try {
  await restoreFrom(...pathsOf(process.argv.slice(2)));
} catch (error) {
  reportAndExit(error);
}

function pathsOf([given, keys]: string[]): [string, string] {
  if (!given) throw new LaunchError("name the backup: npm run restore -- .dihya/sauvegardes/dihya-….donnees");
  const data = resolve(given);
  const newest = readdirSync(dirname(data))
    .filter((one) => one.endsWith(".cles"))
    .sort()
    .at(-1);
  const cles = keys ? resolve(keys) : join(dirname(data), newest ?? "missing.cles");
  for (const file of [data, cles])
    if (!existsSync(file)) throw new LaunchError(`there is no ${file}: name the data, then the keys.`);
  return [data, cles];
}

async function restoreFrom(data: string, keys: string): Promise<void> {
  const settings = readSettings();
  const home = dataHome();
  const unlock = lockHome(home);
  try {
    const { DIHYA_POSTGRES_PASSWORD: password, ...secrets } = loadSecrets(home);
    await buildIfNeeded(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
    const env = { ...secrets, ...childEnvironment(settings, home), NODE_ENV: "production" };
    const fill = (url: string) => run({ ...env, DATABASE_URL: url } as Environment, data, keys);
    if (settings.databaseUrl) {
      await checkDatabaseUrl(settings.databaseUrl);
      return await fill(settings.databaseUrl);
    }
    const server = await startServer({ dataFolder: join(home, "postgres"), password });
    try {
      await besideThenInstead(server, fill);
    } finally {
      await server.stop();
    }
    console.log("Restored. npm start serves it.");
  } finally {
    unlock();
  }
}

async function besideThenInstead(server: Server, fill: (url: string) => Promise<void>): Promise<void> {
  await administer(server, (sql) => sql`drop database if exists ${sql(draft)} with (force)`);
  await ensureDatabase(server, draft);
  await fill(server.url(draft));
  await administer(server, async (sql) => {
    const [known] = await sql`select shobj_description(oid, 'pg_database') as note
      from pg_database where datname = ${name}`;
    if (known) {
      await sql`drop database if exists ${sql(former)} with (force)`;
      await sql`alter database ${sql(name)} rename to ${sql(former)}`;
      console.log(`The database of before stays as ${former} until the next restore.`);
    }
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
  });
}

async function run(env: Environment, data: string, keys: string): Promise<void> {
  const program = fork(join(root, "dist", "restore.mjs"), [data, keys], {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env: { ...process.env, ...env },
  });
  const [code] = await once(program, "exit");
  if (code !== 0)
    throw new LaunchError("the backup was not restored: read the message above; nothing was changed.");
}
