import type postgres from "postgres";

export type Table = { name: string; columns: string[]; where?: string };
/** What the end of an archive says of each table. */
export type Counted = Record<string, { rows: number; sha256: string }>;
export type End = { tables: Counted; sequences: { name: string; value: string }[] };

export const JOBS = "pgboss.job";
/** Jobs that are done tell nothing that the database does not. */
const waiting = "where state < 'completed'";

/** The tables of a schema, without what the database computes itself. */
export async function tablesOf(sql: postgres.Sql, schema: string): Promise<Table[]> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = ${schema} and c.relkind in ('r', 'p') and not c.relispartition
    group by 1 order by 1`;
  return rows.map(({ name, columns }) => ({ name, columns }));
}

/** The jobs that wait: mails, messages to partners, work that was asked for. */
export async function jobsTable(sql: postgres.Sql): Promise<Table | undefined> {
  const all = await tablesOf(sql, "pgboss");
  const jobs = all.find(({ name }) => name === JOBS);
  return jobs && { ...jobs, where: waiting };
}

export async function sequencesOf(sql: postgres.Sql): Promise<End["sequences"]> {
  const rows = await sql<{ name: string; value: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null order by 1`;
  return rows.map(({ name, value }) => ({ name, value }));
}

/** How the database stands: its migrations, the queue's tables, what is written on it. */
export async function stateOf(sql: postgres.Sql) {
  const [row] = await sql<{ migrations: number; file: number; note: string | null }[]>`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select version from pgboss.version) as file,
      (select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()) as note`;
  if (!row) throw new Error("the database does not say its state");
  return { migrations: row.migrations, file: row.file, note: row.note };
}
