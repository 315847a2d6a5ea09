import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { migrate } from "../migrate";
import { BackupBroken, type Head, headOf, partsOf } from "./archive";
import { newlinesIn } from "./back-up";
import { type Counted, type End, JOBS, stateOf } from "./contents";

export type Paths = { donnees: string; cles: string };
export type Restored = { head: Head; tables: Counted; jobsLeftOut: boolean };

/**
 * Reads both archives from end to end before anything is touched. Throws BackupBroken, naming the file, when a byte is
 * not what was written, a row is missing, or they are of another kind than they say.
 */
export async function checkArchives(paths: Paths, key: Buffer): Promise<{ head: Head; ends: End[] }> {
  const ends = [await checkOne(paths.donnees, key), await checkOne(paths.cles, key)];
  const [head, keys] = [await headOf(paths.donnees), await headOf(paths.cles)];
  if (head.kind !== "donnees" || keys.kind !== "cles")
    throw new BackupBroken(`${paths.donnees} and ${paths.cles} are not data and keys.`);
  if (keys.creeLe < head.creeLe)
    throw new BackupBroken(`${paths.cles} is older than the data: take a newer one.`);
  return { head, ends };
}

async function checkOne(file: string, key: Buffer): Promise<End> {
  const seen: Counted = {};
  let table = "";
  let hash = createHash("sha256");
  let rows = 0;
  const close = () => {
    if (table) seen[table] = { rows, sha256: hash.digest("hex") };
  };
  for await (const { kind, bytes } of partsOf(file, key)) {
    if (kind === "R") {
      hash.update(bytes);
      rows += newlinesIn(bytes);
      continue;
    }
    close();
    if (kind === "F") {
      const end = JSON.parse(bytes.toString()) as End;
      if (JSON.stringify(end.tables) === JSON.stringify(seen)) return end;
      throw new BackupBroken(`${file} does not hold the rows that it says.`);
    }
    [table, hash, rows] = [JSON.parse(bytes.toString()).name, createHash("sha256"), 0];
  }
  throw new BackupBroken(`${file} was cut short.`);
}

/**
 * Fills an empty database from a backup, then brings it to the newest form. All or nothing: an error leaves it without a
 * row. Who was erased since is forgotten anew by `rgpd.replayErasures`, which comes next.
 */
export async function restore(
  url: string,
  key: Buffer,
  paths: Paths,
  say: (step: string) => void = () => {},
): Promise<Restored> {
  say("Checking the archives");
  const { head, ends } = await checkArchives(paths, key);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await refuseFilled(sql);
    say("Making the tables");
    await migrateAsThen(sql, head.migrations);
    say("Loading the rows");
    await sql.begin(async (tx) => {
      const inside = tx as unknown as postgres.Sql;
      await asideConstraints(inside, async () => {
        await load(inside, paths.donnees, key, (name) => name !== JOBS);
        await load(inside, paths.cles, key, () => true);
      });
      for (const { name, value } of ends[0]?.sequences ?? [])
        await inside`select setval(${name}::regclass, ${value}::bigint)`;
    });
    say("Bringing it to the newest form");
    await migrate(url);
    const jobsLeftOut = (await stateOf(sql)).file !== head.file;
    if (!jobsLeftOut) await load(sql, paths.donnees, key, (name) => name === JOBS);
    await sql`analyze`;
    if (head.note) await annotate(sql, head.note);
    const tables = Object.assign({}, ...ends.map((end) => end.tables)) as Counted;
    return { head, tables, jobsLeftOut };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What tells a demonstration from an organisation's own data stands on the database itself. */
async function annotate(sql: postgres.Sql, note: string): Promise<void> {
  const [row] = await sql<{ text: string }[]>`
    select format('comment on database %I is %L', current_database(), ${note}::text) as text`;
  await sql.unsafe(row?.text ?? "");
}

async function refuseFilled(sql: postgres.Sql): Promise<void> {
  const [row] =
    await sql`select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'coffre') and c.relkind in ('r', 'p')`;
  if (row?.n > 0) throw new Error("the database is not empty: name another one, or drop it first");
}

/** The migrations that the database had when it was backed up; later ones come once the rows are there. */
async function migrateAsThen(sql: postgres.Sql, count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "dihya-migrations-"));
  try {
    cpSync(path.join(process.cwd(), "db/migrations"), folder, { recursive: true });
    const file = path.join(folder, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: unknown[] };
    if (journal.entries.length < count)
      throw new Error("this backup was made by a newer version of Dihya: install that one first");
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows come in any order and as they were: links between tables are checked at the end, triggers are not for them. */
async function asideConstraints(sql: postgres.Sql, work: () => Promise<void>): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'coffre') and c.relkind in ('r', 'p') and not c.relispartition`;
  const links = await sql<{ name: string; link: string; definition: string }[]>`
    select conrelid::regclass::text as name, quote_ident(conname) as link, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace::regnamespace::text in ('public', 'coffre')
      and conparentid = 0`;
  for (const { name, link } of links) await sql.unsafe(`alter table ${name} drop constraint ${link}`);
  for (const { name } of tables) await sql.unsafe(`alter table ${name} disable trigger user`);
  await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")}`);
  await work();
  for (const { name } of tables) await sql.unsafe(`alter table ${name} enable trigger user`);
  for (const { name, link, definition } of links)
    await sql.unsafe(`alter table ${name} add constraint ${link} ${definition}`);
}

/** COPY of the chosen tables of one archive. */
async function load(
  sql: postgres.Sql,
  file: string,
  key: Buffer,
  isWanted: (table: string) => boolean,
): Promise<void> {
  let into: Awaited<ReturnType<postgres.PendingQuery<[]>["writable"]>> | undefined;
  const close = async () => {
    if (!into) return;
    const ended = once(into, "finish");
    into.end();
    await ended;
    into = undefined;
  };
  for await (const { kind, bytes } of partsOf(file, key)) {
    if (kind === "R") {
      if (into && !into.write(bytes)) await once(into, "drain");
      continue;
    }
    await close();
    if (kind === "F") return;
    const { name, columns } = JSON.parse(bytes.toString()) as { name: string; columns: string[] };
    if (isWanted(name)) into = await sql.unsafe(`copy ${name} (${columns.join(", ")}) from stdin`).writable();
  }
}
