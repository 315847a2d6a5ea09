import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { Refused } from "./errors";

/** Query parameters of every list: `limit` 1–200, opaque `cursor`, `ordering` (a `-` in front: descending), `count`. */
export const listInput = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  ordering: z.string().max(40).optional(),
  count: z.stringbool().or(z.boolean()).optional(),
});

export type Page<T> = { results: T[]; next: string | null; previous: string | null; count?: number };
type Cursor = { k: (string | number | null)[]; d: "next" | "previous" };
type Column = PgColumn;

/** An ordering: columns that together are unique and never null, the last one usually the id. */
export type Ordering = { columns: readonly Column[]; direction: "asc" | "desc" };

/** Picks the ordering asked for; refuses one that the list does not offer. `offered`: name → columns. */
export function orderingOf<K extends string>(
  asked: string | undefined,
  offered: Record<K, readonly Column[]>,
  fallback: K | `-${K}`,
): Ordering {
  const text = asked ?? fallback;
  const name = text.replace(/^-/, "") as K;
  const columns = Object.hasOwn(offered, name) ? offered[name] : undefined;
  if (!columns) {
    throw new Refused("validation", { errors: [{ pointer: "/ordering", code: "invalidChoice" }] });
  }
  return { columns, direction: text.startsWith("-") ? "desc" : "asc" };
}

/**
 * Keyset paging, stable under concurrent inserts. Give `fetch` the condition, order and row count; it must return at
 * most `limit + 1` rows. `keyOf` gives the values of the ordering's columns for a row.
 */
export async function paginate<Row>(
  request: { limit: number; cursor?: string },
  ordering: Ordering,
  fetch: (part: { where: SQL | undefined; orderBy: SQL[]; limit: number }) => Promise<Row[]>,
  keyOf: (row: Row) => (string | number | Date | null)[],
): Promise<Page<Row>> {
  const cursor = request.cursor ? decode(request.cursor, ordering.columns.length) : undefined;
  const backwards = cursor?.d === "previous";
  const descending = (ordering.direction === "desc") !== backwards;
  const rows = await fetch({
    where: cursor ? after(ordering.columns, cursor.k, descending) : undefined,
    orderBy: ordering.columns.map((column) => (descending ? desc(column) : asc(column))),
    limit: request.limit + 1,
  });
  const more = rows.length > request.limit;
  const kept = rows.slice(0, request.limit);
  if (backwards) kept.reverse();
  const first = kept[0];
  const last = kept.at(-1);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : cursor !== undefined;
  return {
    results: kept,
    next: hasNext && last ? encode({ k: keyOf(last).map(plain), d: "next" }) : null,
    previous: hasPrevious && first ? encode({ k: keyOf(first).map(plain), d: "previous" }) : null,
  };
}

/** (a, b, c) > (x, y, z), written so that an index on the columns serves it. */
function after(columns: readonly Column[], values: Cursor["k"], descending: boolean): SQL | undefined {
  const compare = descending ? lt : gt;
  const parts = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((before, at) => eq(before, bound(before, values[at])));
    return and(...equal, compare(column, bound(column, values[index])));
  });
  return or(...parts);
}

function bound(column: Column, value: string | number | null | undefined): SQL | string | number {
  if (value === null || value === undefined)
    throw new Refused("validation", { errors: [{ pointer: "/cursor", code: "invalidFormat" }] });
  return column.getSQLType().startsWith("timestamp") ? sql`${value}::timestamptz` : value;
}

const plain = (value: string | number | Date | null) => (value instanceof Date ? value.toISOString() : value);
const encode = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url");
const cursorShape = z.object({
  k: z.array(z.union([z.string().max(300), z.number(), z.null()])),
  d: z.enum(["next", "previous"]),
});

function decode(text: string, length: number): Cursor {
  try {
    const cursor = cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    if (cursor.k.length === length) return cursor;
  } catch {
    // Falls through: a cursor is ours or it is refused.
  }
  throw new Refused("validation", { errors: [{ pointer: "/cursor", code: "invalidFormat" }] });
}
