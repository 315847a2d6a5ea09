import { existsSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "./launch-error.ts";
import { administer, ensureDatabase, type Server, startServer } from "./postgres/server.ts";
import { phase } from "./progress.ts";
import { type Environment, runNode } from "./run-node.ts";

const name = "dihya";
const draft = "dihya_draft";
/** Written on the database itself, so that its known passwords are never announced for another one. */
const note = "Dihya demonstration";

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
 * Migrates the embedded database. A new one is prepared under another name and renamed when complete: an
 * interrupted first start leaves nothing half-filled. Tells whether it holds the demonstration.
 */
export async function prepareEmbedded(
  server: Server,
  wanted: { demonstration: boolean },
  env: Environment,
): Promise<{ url: string; demonstration: boolean }> {
  const url = server.url(name);
  const known = await administer(
    server,
    (sql) =>
      sql`select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${name}`,
  );
  if (known.length > 0) {
    await migrateDatabase(url, env);
    return { url, demonstration: known[0]?.note === note };
  }
  await administer(server, (sql) => sql`drop database if exists ${sql(draft)} with (force)`);
  await ensureDatabase(server, draft);
  await migrateDatabase(server.url(draft), env);
  if (wanted.demonstration) {
    await phase("Loading the demonstration data", () => program("seed", server.url(draft), env));
    await administer(server, (sql) => sql.unsafe(`comment on database ${draft} is '${note}'`));
  }
  await administer(server, (sql) => sql`alter database ${sql(draft)} rename to ${sql(name)}`);
  return { url, demonstration: wanted.demonstration };
}

export async function migrateDatabase(url: string, env: Environment): Promise<void> {
  await phase("Migrating the database", () => program("migrate", url, env));
}

/** The one-time link that creates the first admin; empty when there is one already. */
export async function firstAdminLink(env: Environment): Promise<string> {
  return program("first-admin", env.DATABASE_URL, env);
}

/** Forgets anew whom the ledger of this installation knows as erased, after an older backup was restored. */
export async function replayErasures(home: string, env: Environment): Promise<void> {
  if (!existsSync(join(home, "effacements.ndjson"))) return;
  const said = await phase("Checking the ledger of erasures", () =>
    program("replay-erasures", env.DATABASE_URL, env),
  );
  if (said) console.log(`  ${said}`);
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
