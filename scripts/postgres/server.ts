import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { LaunchError } from "../launch-error.ts";
import { serverAccount } from "./account.ts";
import { binariesFor } from "./binaries.ts";
import { folderArgument, initialise, type NewCluster, owner, serverEnvironment } from "./initialise.ts";
import { freePort } from "./port.ts";
import { isAlive, livePostmaster, type Postmaster, stopPostmaster } from "./postmaster.ts";

export type ServerOptions = NewCluster & {
  /** 0 or absent: any free port. */
  port?: number;
  maxConnections?: number;
};

export type Server = {
  port: number;
  adopted: boolean;
  url(database: string): string;
  /** Starts it again, on the same port, whenever it dies. */
  supervise(onRestart: (sentence: string) => void): void;
  stop(): Promise<void>;
};

/** Starts PostgreSQL on 127.0.0.1, detached, or adopts the one a crashed launcher left running. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataFolder, password } = options;
  const before = livePostmaster(dataFolder);
  if (!before) initialise(options, serverAccount(dataFolder));
  let current = before ? await untilReady(dataFolder, before.pid) : await launch(options, options.port);
  let wanted = true;
  const { port } = current;
  return {
    port,
    adopted: before !== undefined,
    url: (database) => `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    async supervise(onRestart) {
      while (wanted) {
        await pause(250, undefined, { ref: false });
        if (!wanted || isAlive(current.pid)) continue;
        onRestart("PostgreSQL ended unexpectedly; starting it again.");
        current = await relaunch(options, port);
        onRestart("PostgreSQL is back.");
      }
    },
    async stop() {
      wanted = false;
      await stopPostmaster(current.pid);
    },
  };
}

/** Creates `name` when the server does not have it yet. */
export async function ensureDatabase(server: Server, name: string): Promise<void> {
  await administer(server, async (sql) => {
    const existing = await sql`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) await sql`create database ${sql(name)}`;
  });
}

/** One short connection to the server's own database. */
export async function administer<Result>(
  server: Server,
  work: (sql: postgres.Sql) => PromiseLike<Result>,
): Promise<Result> {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    throw new LaunchError(
      "the password kept in secrets.json does not open the database: restore secrets.json from your backup.",
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Orphans of a killed server hold its memory for a moment: try until they are gone. */
async function relaunch(options: ServerOptions, port: number): Promise<Postmaster> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      return await launch(options, port);
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(200);
    }
  }
}

async function launch(options: ServerOptions, port = 0): Promise<Postmaster> {
  const { dataFolder } = options;
  const account = serverAccount(dataFolder);
  const log = `${dataFolder}.log`;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w", 0o600);
  const args = ["-D", folderArgument(dataFolder, account), "-p", String(port || (await freePort()))];
  for (const setting of settings(options)) args.push("-c", setting);
  const child = spawn(join(binariesFor(account), "bin", "postgres"), args, {
    ...account,
    cwd: dataFolder,
    detached: true,
    env: serverEnvironment,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  await new Promise((done, fail) => child.once("spawn", done).once("error", fail));
  return untilReady(dataFolder, child.pid as number);
}

function settings({ durable = true, maxConnections = 200 }: ServerOptions): string[] {
  const common = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  common.push(`max_connections=${maxConnections}`, "shared_buffers=128MB");
  return durable ? common : [...common, "fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}

async function untilReady(dataFolder: string, pid: number): Promise<Postmaster> {
  const until = Date.now() + 120_000;
  for (;;) {
    if (!isAlive(pid)) throw new LaunchError(whyItDied(dataFolder));
    const found = livePostmaster(dataFolder);
    if (found?.ready && found.pid === pid) return found;
    if (Date.now() > until)
      throw new LaunchError(`PostgreSQL does not become ready: read ${dataFolder}.log, then start again.`);
    await pause(25);
  }
}

function whyItDied(dataFolder: string): string {
  const log = readFileSync(`${dataFolder}.log`, "utf8");
  if (/no space left/i.test(log)) return "the disk is full: free at least 1 GB, then start again.";
  const reason = log.split("\n").find((line) => /FATAL|PANIC/.test(line)) ?? "no reason given";
  return `PostgreSQL could not start (${reason.replace(/^.*?(FATAL|PANIC):\s*/, "")}): read ${dataFolder}.log.`;
}

/** Removes a stopped server's data: for tests only. */
export function discard(dataFolder: string): void {
  rmSync(dataFolder, { recursive: true, force: true });
  rmSync(`${dataFolder}.log`, { force: true });
}
