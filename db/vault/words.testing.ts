import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../client";
import * as activites from "../schema/activites";
import * as clients from "../schema/clients";
import * as contrats from "../schema/contrats";
import * as factures from "../schema/factures";
import * as intervenants from "../schema/intervenants";
import * as journal from "../schema/journal";
import * as organisation from "../schema/organisation";
import * as prestations from "../schema/prestations";
import * as rgpd from "../schema/rgpd";
import * as suivi from "../schema/suivi";
import { opened, sealedColumnsOf } from "./open";
import { sealedTables } from "./registry";

/** Every table with sealed columns, from the schema itself. */
export const tablesSealed: readonly PgTable[] = [
  activites,
  clients,
  contrats,
  factures,
  intervenants,
  journal,
  organisation,
  prestations,
  rgpd,
  suivi,
]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((one): one is PgTable => is(one, PgTable) && getTableName(one) in sealedTables);

/** Columns, `schema.table.column`, in which one of these words can be read as they stand: what a dump gives away. */
export async function columnsShowing(db: Db, words: readonly string[]): Promise<string[]> {
  const columns = await db.execute<{ s: string; t: string; c: string }>(sql`
    select c.table_schema as s, c.table_name as t, c.column_name as c
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY') or c.data_type = 'bytea')
    order by 1, 2, 3`);
  if (columns.length < 100) throw new Error("few columns: this is not the product's database");
  const hits: string[] = [];
  for (const { s, t, c } of columns) {
    const column = sql`${sql.identifier(c)}::text`;
    const any = sql.join(
      words.map((word) => sql`${column} ilike ${`%${word}%`}`),
      sql` or `,
    );
    const rows = await db.execute(
      sql`select 1 from ${sql.identifier(s)}.${sql.identifier(t)} where ${any} limit 1`,
    );
    if (rows.length > 0) hits.push(`${s}.${t}.${c}`);
  }
  return hits;
}

/** Sealed columns, `table.column`, that hold one of these words once opened. */
export async function columnsHolding(db: Db, words: readonly string[]): Promise<string[]> {
  const wanted = words.map((word) => word.toLowerCase());
  const hits = new Set<string>();
  for (const table of tablesSealed) {
    const columns = getTableColumns(table);
    for (const [property, value] of Object.entries(sealedColumnsOf(table))) {
      const rows = (await opened(db, db.select({ value }).from(table))) as { value: unknown }[];
      const texts = rows.map((row) => JSON.stringify(row.value ?? "").toLowerCase());
      if (texts.some((text) => wanted.some((word) => text.includes(word))))
        hits.add(`${getTableName(table)}.${columns[property]?.name}`);
    }
  }
  return [...hits].sort();
}
