import { type Column, getTableColumns, getTableName, type SQL, sql, type Table } from "drizzle-orm";
import type { Queryable } from "../client";
import { type Dek, type Lieu, openValue, SealBroken, type Sujet } from "./cipher";
import type { Ciphertext } from "./columns";
import { Generations } from "./generations";
import { findDeks, sujetKey } from "./keys";
import { type Place, placeOf, type SujetType, sealedTables } from "./registry";

/** What is the same for every value of a column. */
type Source = { table: string; column: string; sujet: SujetType } & Place;

/** A value read from the database with what opens it: whose it is and where it stood. `opened` makes it words. */
export class Sealed<V> {
  declare readonly value: V;
  readonly source: Source;
  /** Owner, row and ciphertext, as the database gave them together. */
  readonly raw: string;
  constructor(source: Source, raw: string) {
    this.source = source;
    this.raw = raw;
  }
  get stored(): string {
    return this.raw.slice(this.raw.lastIndexOf("~") + 1);
  }
  get sujet(): Sujet {
    const id = Number(this.raw.slice(0, this.raw.indexOf("~")));
    return { type: this.source.sujet, id, finalite: this.source.finalite };
  }
  get lieu(): Lieu {
    const row = this.raw.slice(this.raw.indexOf("~") + 1, this.raw.lastIndexOf("~"));
    return { table: this.source.table, column: this.source.column, row };
  }
  /** Names this very value at this very place: one moved elsewhere is another. */
  get key(): string {
    return `${this.source.table}.${this.source.column}~${this.raw}`;
  }
  toJSON(): string {
    return "[sealed]";
  }
}

/** Rows whose sealed values have become words. */
export type Opened<T> =
  T extends Sealed<infer V>
    ? V
    : T extends Date | Uint8Array
      ? T
      : T extends (infer E)[]
        ? Opened<E>[]
        : T extends object
          ? { [K in keyof T]: Opened<T[K]> }
          : T;

/** A table's row as people read it: sealed columns as what they hold. */
export type Plain<T extends Table> = { [K in keyof T["$inferSelect"]]: Held<T["$inferSelect"][K]> };
/** The same as it is written: the columns that may be left out are those of the table. */
export type PlainInsert<T extends Table> = { [K in keyof T["$inferInsert"]]: Held<T["$inferInsert"][K]> };

type Held<C> = C extends Ciphertext<infer V> ? V : C;
type Value<C extends Column> =
  C["_"]["data"] extends Ciphertext<infer V>
    ? C["_"]["notNull"] extends true
      ? Sealed<V>
      : Sealed<V> | null
    : never;

/** A sealed column in a select list; the query then goes through `opened`. */
export const toOpen = <C extends Column>(column: C): SQL<Value<C>> => expression(column) as SQL<Value<C>>;

type Columns<T extends Table> = {
  [K in keyof T["_"]["columns"]]: T["_"]["columns"][K]["_"]["data"] extends Ciphertext<infer _>
    ? SQL<Value<T["_"]["columns"][K]>>
    : T["_"]["columns"][K];
};

/** Every column of a table as a select list, sealed ones with what opens them. */
export const columnsOf = <T extends Table>(table: T): Columns<T> =>
  ({ ...getTableColumns(table), ...sealedColumnsOf(table) }) as Columns<T>;

/** The sealed columns of a table alone, with what opens them. */
export function sealedColumnsOf(table: Table): Record<string, SQL<Sealed<unknown> | null>> {
  const places = sealedTables[originalName(table)]?.places ?? {};
  const sealed = Object.entries(getTableColumns(table)).filter(([, { name }]) => places[name]);
  return Object.fromEntries(
    sealed.map(([key, column]) => [key, expression(column) as SQL<Sealed<unknown> | null>]),
  );
}

const expressions = new WeakMap<Column, SQL<unknown>>();

/**
 * Subject and row beside the value: what the value must be bound to is read from the row itself. Written once for each
 * column, since most queries are built anew at each call.
 */
function expression(column: Column): SQL<unknown> {
  const known = expressions.get(column);
  if (known) return known;
  const table = originalName(column.table);
  const { entry, place } = placeOf(table, column.name);
  const owner = entry.par ? sql`${columnNamed(column.table, entry.par)}` : sql`0`;
  const row = columnNamed(column.table, entry.cle ?? "id");
  const source: Source = { table, column: column.name, sujet: entry.sujet, ...place };
  const made = sql`${owner} || '~' || ${row} || '~' || ${column}`.mapWith((raw: string) =>
    // Nothing stands sealed there: nothing to open.
    raw.endsWith("~") ? asKind(place.kind, "") : new Sealed<unknown>(source, raw),
  );
  expressions.set(column, made);
  return made;
}

/** The column that PostgreSQL knows by this name, of a table or of its alias. */
export function columnNamed(table: Table, name: string): Column {
  const found = Object.values(getTableColumns(table)).find((one) => one.name === name);
  if (!found) throw new Error(`${originalName(table)} has no column ${name}`);
  return found;
}

/** A table's own name, whatever alias a query gave it. */
export function originalName(table: Table): string {
  return (
    (table as unknown as Record<symbol, string>)[Symbol.for("drizzle:OriginalName")] ?? getTableName(table)
  );
}

type Found = { holder: Record<string, unknown>; key: string; sealed: Sealed<unknown> };

/** Words already opened, by place and ciphertext: a value moved elsewhere is another entry. In memory only, minutes. */
const MOST_KEPT = 4000;
const words = new Generations<string>(100_000, 5 * 60_000);

/**
 * The rows of a query with every sealed value opened: at most one more question, for the keys of the people that this
 * process has not just read. What a destroyed key sealed reads as empty. Throws SealBroken for a value that was
 * altered or moved: a wrong word is worse than none. With `onBroken`, for whoever looks for such values, they read as
 * empty and are named instead.
 */
export async function opened<T>(
  db: Queryable,
  query: T | PromiseLike<T>,
  onBroken?: (lieu: Lieu) => void,
): Promise<Opened<T>> {
  const rows = await query;
  const closed: Found[] = [];
  for (const found of sealedIn(rows)) {
    const known = words.peek(found.sealed.key);
    if (known === undefined) closed.push(found);
    else found.holder[found.key] = asKind(found.sealed.source.kind, known);
  }
  if (closed.length > 0) {
    const sujets = new Map(closed.map(({ sealed }) => [sujetKey(sealed.sujet), sealed.sujet]));
    const deks = await findDeks(db, [...sujets.values()], onBroken !== undefined);
    for (const { holder, key, sealed } of closed) {
      const dek = deks.get(sujetKey(sealed.sujet));
      holder[key] = asKind(
        sealed.source.kind,
        onBroken ? tried(sealed, dek, onBroken) : wordsOf(sealed, dek ?? null),
      );
    }
  }
  return rows as Opened<T>;
}

function tried(sealed: Sealed<unknown>, dek: Dek | null | undefined, onBroken: (lieu: Lieu) => void): string {
  try {
    if (dek === undefined) throw new SealBroken("no key");
    return wordsOf(sealed, dek);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    onBroken(sealed.lieu);
    return "";
  }
}

function wordsOf(sealed: Sealed<unknown>, dek: Dek | null): string {
  if (!dek) return "";
  const text = openValue(dek, sealed.lieu, sealed.stored);
  return sealed.raw.length > MOST_KEPT ? text : words.put(sealed.key, text);
}

function asKind(kind: Place["kind"], text: string): unknown {
  if (kind === "text") return text;
  if (kind === "bytes") return new Uint8Array(Buffer.from(text, "base64"));
  return text === "" ? null : JSON.parse(text);
}

/** Sealed values stand in a row or one level below it, in lists or alone. */
function* sealedIn(value: unknown, depth = 3): Generator<Found> {
  if (depth === 0 || value === null || typeof value !== "object") return;
  if (value instanceof Date || value instanceof Uint8Array) return;
  const holder = value as Record<string, unknown>;
  for (const key in holder) {
    const one = holder[key];
    if (one instanceof Sealed) yield { holder, key, sealed: one };
    else if (one !== null && typeof one === "object") yield* sealedIn(one, depth - 1);
  }
}
