import { type Column, getTableColumns, getTableName, type SQL, sql, type Table } from "drizzle-orm";
import type { Queryable } from "../client";
import { type Dek, type Lieu, openValue, SealBroken, type Sujet } from "./cipher";
import type { Ciphertext } from "./columns";
import { Generations } from "./generations";
import { findDeks, sujetKey } from "./keys";
import { type Place, placeOf, sealedTables } from "./registry";

/** A value read from the database with what opens it: whose it is and where it stood. `opened` makes it words. */
export class Sealed<V> {
  declare readonly value: V;
  readonly sujet: Sujet;
  readonly lieu: Lieu;
  readonly stored: string;
  readonly kind: Place["kind"];
  constructor(sujet: Sujet, lieu: Lieu, stored: string, kind: Place["kind"]) {
    this.sujet = sujet;
    this.lieu = lieu;
    this.stored = stored;
    this.kind = kind;
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
export function columnsOf<T extends Table>(table: T): Columns<T> {
  const places = sealedTables[originalName(table)]?.places ?? {};
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [
      key,
      places[column.name] ? expression(column) : column,
    ]),
  ) as Columns<T>;
}

/** Subject and row beside the value: what the value must be bound to is read from the row itself. */
function expression(column: Column): SQL<unknown> {
  const tableName = originalName(column.table);
  const { entry, place } = placeOf(tableName, column.name);
  const owner = entry.par ? sql`${columnNamed(column.table, entry.par)}` : sql`0`;
  const row = columnNamed(column.table, entry.cle ?? "id");
  return sql`${owner} || '~' || ${row} || '~' || ${column}`.mapWith((raw: string) => {
    const first = raw.indexOf("~");
    const last = raw.lastIndexOf("~");
    const sujet = { type: entry.sujet, id: Number(raw.slice(0, first)), finalite: place.finalite };
    const lieu = { table: tableName, column: column.name, row: raw.slice(first + 1, last) };
    return new Sealed<unknown>(sujet, lieu, raw.slice(last + 1), place.kind);
  });
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
    const known = words.peek(placeKey(found.sealed));
    if (known === undefined && found.sealed.stored !== "") closed.push(found);
    else found.holder[found.key] = asKind(found.sealed, known ?? "");
  }
  if (closed.length > 0) {
    const sujets = new Map(closed.map(({ sealed }) => [sujetKey(sealed.sujet), sealed.sujet]));
    const deks = await findDeks(db, [...sujets.values()], onBroken !== undefined);
    for (const { holder, key, sealed } of closed) {
      const dek = deks.get(sujetKey(sealed.sujet));
      holder[key] = asKind(sealed, onBroken ? tried(sealed, dek, onBroken) : wordsOf(sealed, dek ?? null));
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
  return sealed.stored.length > MOST_KEPT ? text : words.put(placeKey(sealed), text);
}

function asKind({ kind }: Sealed<unknown>, text: string): unknown {
  if (kind === "text") return text;
  if (kind === "bytes") return new Uint8Array(Buffer.from(text, "base64"));
  return text === "" ? null : JSON.parse(text);
}

const placeKey = ({ sujet, lieu, stored }: Sealed<unknown>) =>
  `${lieu.table}.${lieu.column}.${sujet.id}.${lieu.row}.${stored}`;

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
