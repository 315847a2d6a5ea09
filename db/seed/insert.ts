import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client";
import type { PlainInsert } from "../vault/open";
import { sealedTables } from "../vault/registry";
import { sealRows } from "../vault/seal";

/**
 * Writes rows with one statement per thousand, so that thousands cost a fraction of a second. Every row of one
 * call must have the same keys; a column left out takes its default.
 */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  plainRows: readonly PlainInsert<T>[],
): Promise<void> {
  const rows = sealedTables[getTableName(table)] ? await sealRows(tx, table, plainRows) : plainRows;
  const first = rows[0];
  if (!first) return;
  const columns = getTableColumns(table);
  const keys = Object.keys(first as object).filter((key) => columns[key]);
  const names = keys.map((key) => sql.identifier(columns[key]?.name ?? key));
  const list = sql.join(names, sql`, `);
  const name = sql.identifier(getTableName(table));
  for (let start = 0; start < rows.length; start += 2000) {
    const slice = rows.slice(start, start + 2000) as readonly Record<string, unknown>[];
    const plain = slice.map((row) => Object.fromEntries(keys.map((key) => [columns[key]?.name, row[key]])));
    await tx.execute(
      sql`insert into ${name} (${list}) select ${list} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(plain)}::text::jsonb)`,
    );
  }
}

/** Moves the numbering of a table past the ids that were given by hand. */
export async function advanceIdentity(tx: Tx, table: PgTable): Promise<void> {
  const name = getTableName(table);
  await tx.execute(
    sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.identifier(name)}), false)`,
  );
}
