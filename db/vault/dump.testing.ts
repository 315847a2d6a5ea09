import { sql } from "drizzle-orm";
import type { Db } from "../client";

/**
 * Everything that a copy of the database holds, as text, row by row: what `pg_dump` writes, for every schema of the
 * product, the queue and the keys too.
 */
export async function* dump(db: Db): AsyncGenerator<string> {
  const tables = await db.execute<{ s: string; t: string }>(sql`
    select table_schema as s, table_name as t from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1, 2`);
  if (tables.length < 50) throw new Error("few tables: this is not the product's database");
  for (const { s, t } of tables) {
    const rows = await db.execute<{ line: string }>(
      sql`select (x.*)::text as line from ${sql.identifier(s)}.${sql.identifier(t)} x`,
    );
    for (const { line } of rows) yield `${s}.${t} ${line}`;
  }
}

/** Words that stand in a copy of the database, each with the first line that shows it. */
export async function shownIn(
  lines: AsyncIterable<string>,
  words: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const line of lines)
    for (const word of words)
      if (!found.has(word) && line.includes(word)) found.set(word, line.slice(0, 200));
  return found;
}
