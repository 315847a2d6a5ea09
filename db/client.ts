import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Db = PostgresJsDatabase<Record<string, never>>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** Either: stores take this, so that they work inside and outside a transaction. */
export type Queryable = Db | Tx;

/**
 * Opens a pool on `url`. Every connection works as the restricted role (DIHYA_DB_ROLE, `none` to keep the
 * connection's own user), so that not even a bug can rewrite the log.
 */
export function openDatabase(url: string, options: { max?: number; role?: string } = {}) {
  const role = options.role ?? process.env.DIHYA_DB_ROLE ?? "dihya_app";
  const settings = role === "none" ? [] : [`-c role=${role}`];
  const pool = connect(url, options.max ?? Number(process.env.DIHYA_POOL ?? 10), settings);
  const log = connect(url, 1, [...settings, "-c synchronous_commit=off"]);
  const db = drizzleOn(pool);
  logConnections.set(db, drizzleOn(log));
  return { db, close: () => Promise.all([pool.end({ timeout: 5 }), log.end({ timeout: 5 })]) };
}

function connect(url: string, max: number, settings: readonly string[]): postgres.Sql {
  return postgres(url, {
    max,
    backoff: () => 0.25,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: "dihya",
      ...(settings.length > 0 ? { options: settings.join(" ") } : {}),
    },
  });
}

const drizzleOn = (sql: postgres.Sql): Db =>
  drizzle(process.env.DIHYA_PREPARE === "off" ? sql : prepared(sql));

const logConnections = new WeakMap<Db, Db>();

/** The connection for lines of readings beside a pool: its commits do not wait for the disk. Opened on first use. */
export const logConnection = (db: Db): Db => logConnections.get(db) ?? db;

/**
 * Drizzle sends each statement to be parsed and planned anew; named ones are planned once per connection. `off` in
 * DIHYA_PREPARE is for poolers that give each transaction another connection.
 */
function prepared<S extends postgres.Sql>(sql: S): S {
  const { unsafe } = sql;
  const scopes = sql as unknown as Record<string, ((...args: unknown[]) => Promise<unknown>) | undefined>;
  for (const name of ["begin", "savepoint"]) {
    const open = scopes[name];
    if (open) scopes[name] = (...args) => open(...args.slice(0, -1), inside(args.at(-1)));
  }
  return Object.assign(sql, {
    unsafe: (text: string, values: never[] = [], options = {}) =>
      unsafe(text, values, { ...options, prepare: true }),
  });
}

/** The same for the connection that a transaction or a savepoint works on. */
const inside = (work: unknown) => (tx: postgres.Sql) => (work as (tx: postgres.Sql) => unknown)(prepared(tx));

type Opened = ReturnType<typeof openDatabase>;
const shared = globalThis as typeof globalThis & { dihyaDatabase?: Opened };

/** The process's own pool, opened on first use from DATABASE_URL (nothing is opened while building). */
export function database(): Db {
  if (!shared.dihyaDatabase) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    shared.dihyaDatabase = openDatabase(url);
  }
  return shared.dihyaDatabase.db;
}

export async function closeDatabase(): Promise<void> {
  await shared.dihyaDatabase?.close();
  shared.dihyaDatabase = undefined;
}
