import { join } from "node:path";
import { LaunchError } from "./launch-error.ts";
import { administer, ensureDatabase, type Server, startServer } from "./postgres/server.ts";
import { phase } from "./progress.ts";
import { type Environment, runNode } from "./run-node.ts";

const name = "dihya";
const draft = "dihya_draft";

/** Starts the embedded server, which is brought back whenever it dies. */
export async function startEmbedded(home: string, password: string): Promise<Server> {
  const server = await phase("Starting PostgreSQL", () =>
    startServer({ dataFolder: join(home, "postgres"), password }),
  );
  if (server.adopted) console.log("  Found PostgreSQL still running from a previous start.");
  void server.supervise(console.error);
  return server;
}

/**
 * The migrated embedded database. A new one is prepared under another name and renamed when complete:
 * an interrupted first start leaves nothing half-filled.
 */
export async function prepareEmbedded(
  server: Server,
  demonstration: boolean,
  env: Environment,
): Promise<string> {
  const url = server.url(name);
  if (await exists(server, name)) {
    await migrateDatabase(url, env);
    return url;
  }
  await administer(server, (sql) => sql`drop database if exists ${sql(draft)} with (force)`);
  await ensureDatabase(server, draft);
  await migrateDatabase(server.url(draft), env);
  if (demonstration)
    await phase("Loading the demonstration data", () => program("seed", server.url(draft), env));
  await administer(server, (sql) => sql`alter database ${sql(draft)} rename to ${sql(name)}`);
  return url;
}

export async function migrateDatabase(url: string, env: Environment): Promise<void> {
  await phase("Migrating the database", () => program("migrate", url, env));
}

/** The one-time link that creates the first admin; empty when there is one already. */
export async function firstAdminLink(env: Environment): Promise<string> {
  return program("first-admin", env.DATABASE_URL, env);
}

async function program(file: string, url: string | undefined, env: Environment): Promise<string> {
  const { code, output } = await runNode(
    ["--enable-source-maps", join(env.DIHYA_PROGRAMS ?? "dist", `${file}.mjs`)],
    {
      ...env,
      DATABASE_URL: url,
    },
  );
  if (code === 0) return output;
  if (/No space left on device|53100/.test(output))
    throw Object.assign(new Error(output), { code: "ENOSPC" });
  console.error(output);
  throw new LaunchError(`the step "${file}" failed: read the message above; what it had begun was undone.`);
}

async function exists(server: Server, database: string): Promise<boolean> {
  const rows = await administer(server, (sql) => sql`select 1 from pg_database where datname = ${database}`);
  return rows.length > 0;
}
