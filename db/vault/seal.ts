import { type Column, getTableColumns, sql, type Table } from "drizzle-orm";
import type { Queryable } from "../client";
import { type Dek, type Lieu, type Sujet, sealValue } from "./cipher";
import { Ciphertext, NOTHING } from "./columns";
import { ensureDeks, sujetKey } from "./keys";
import { columnNamed, originalName, type PlainInsert } from "./open";
import { type Place, type SealedTable, sealedTables } from "./registry";

type Row = Record<string, unknown>;

/**
 * Rows as the table takes them: ids are drawn for those without (a value is bound to its row), each person without a
 * key is given one, sealed columns are sealed. Two short questions at most, whatever the number of rows.
 */
export async function sealRows<T extends Table>(
  db: Queryable,
  table: T,
  rows: readonly PlainInsert<T>[],
): Promise<T["$inferInsert"][]> {
  const { entry, columns } = sealedPart(table);
  const holds = (row: Row) => columns.some(({ property, place }) => textOf(row[property], place) !== "");
  const numbered = await withIds(db, table, entry, rows as readonly Row[], holds);
  const keyOfRow = propertyOf(table, entry.cle ?? "id");
  const owner = entry.par ? propertyOf(table, entry.par) : undefined;
  const sujetOf = (row: Row, { finalite }: Place): Sujet => {
    const id = owner ? row[owner] : 0;
    if (typeof id !== "number") throw new Error(`a row of ${originalName(table)} says not whose it is`);
    return { type: entry.sujet, id, finalite };
  };
  const sujets = new Map<string, Sujet>();
  for (const row of numbered)
    for (const { property, place } of columns)
      if (textOf(row[property], place) !== "") {
        const sujet = sujetOf(row, place);
        sujets.set(sujetKey(sujet), sujet);
      }
  const deks = await ensureDeks(db, [...sujets.values()]);
  return numbered.map((row) => ({
    ...row,
    ...Object.fromEntries(
      columns
        .filter(({ property }) => row[property] !== undefined)
        .map(({ property, name, place }) => {
          const lieu = { table: originalName(table), column: name, row: String(row[keyOfRow]) };
          return [
            property,
            sealedOf(
              textOf(row[property], place),
              row[property],
              deks.get(sujetKey(sujetOf(row, place))),
              lieu,
            ),
          ];
        }),
    ),
  })) as T["$inferInsert"][];
}

/**
 * Changes of one row, sealed. `row` names it and whose it is (`{ id }` of a client, `{ id, clientId }` of an address);
 * whose it is is looked up when that is not said. What `row` holds besides is left out of the result.
 */
export async function sealChanges<T extends Table>(
  db: Queryable,
  table: T,
  row: Partial<PlainInsert<T>>,
  changes: Partial<PlainInsert<T>>,
): Promise<Partial<T["$inferInsert"]>> {
  const whole = await withOwner(db, table, { ...row, ...changes });
  const [sealed] = await sealRows(db, table, [whole as PlainInsert<T>]);
  return Object.fromEntries(Object.keys(changes).map((key) => [key, (sealed as Row)[key]])) as Partial<
    T["$inferInsert"]
  >;
}

async function withOwner(db: Queryable, table: Table, row: Row): Promise<Row> {
  const { entry, columns } = sealedPart(table);
  const owner = entry.par && propertyOf(table, entry.par);
  if (!owner || row[owner] !== undefined) return row;
  if (!columns.some(({ property, place }) => textOf(row[property], place) !== ""))
    return { ...row, [owner]: 0 };
  const key = propertyOf(table, entry.cle ?? "id");
  const rows = (await db.execute(sql`select ${sql.identifier(entry.par as string)} as owner
    from ${sql.identifier(originalName(table))}
    where ${sql.identifier(entry.cle ?? "id")} = ${row[key]}`)) as unknown as { owner: number }[];
  return { ...row, [owner]: rows[0]?.owner };
}

function sealedOf(text: string, value: unknown, dek: Dek | undefined, lieu: Lieu): unknown {
  if (value === null) return null;
  return text === "" ? NOTHING : new Ciphertext(sealValue(dek as Dek, lieu, text));
}

/** Numbers and documents as JSON, files as base64; nothing as an empty text. */
function textOf(value: unknown, { kind }: Place): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return kind === "text" ? String(value) : JSON.stringify(value);
}

function sealedPart(table: Table): {
  entry: SealedTable;
  columns: { property: string; name: string; place: Place }[];
} {
  const entry = sealedTables[originalName(table)];
  if (!entry) throw new Error(`${originalName(table)} has no sealed column`);
  const columns = Object.entries(entry.places).map(([name, place]) => ({
    property: propertyOf(table, name),
    name,
    place,
  }));
  return { entry, columns };
}

function propertyOf(table: Table, name: string): string {
  const column: Column = columnNamed(table, name);
  const found = Object.entries(getTableColumns(table)).find(([, one]) => one === column);
  return (found as [string, Column])[0];
}

async function withIds(
  db: Queryable,
  table: Table,
  entry: SealedTable,
  rows: readonly Row[],
  holds: (row: Row) => boolean,
): Promise<Row[]> {
  const lacks = (row: Row) => row.id === undefined && holds(row);
  const without = entry.cle ? [] : rows.filter(lacks);
  if (without.length === 0) return rows.map((row) => ({ ...row }));
  const drawn = (await db.execute(sql`
    select nextval(pg_get_serial_sequence(${originalName(table)}, 'id'))::integer as id
    from generate_series(1, ${without.length}::integer)`)) as unknown as { id: number }[];
  const ids = drawn.map(({ id }) => id);
  return rows.map((row) => ({ ...row, ...(lacks(row) ? { id: ids.shift() } : {}) }));
}
