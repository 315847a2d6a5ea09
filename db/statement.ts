import { type Placeholder, sql } from "drizzle-orm";
import type { Queryable } from "./client";

/** Values as the driver takes them: instants as ISO 8601 text, save where a column written to takes a Date. */
export type Values = Record<string, unknown>;
export type Holders<V extends Values> = { [K in keyof V]: Placeholder<string, V[K]> };

type Prepared<R> = { execute(values: Values): Promise<R> };
type Query<R> = { prepare(name: string): Prepared<R> };

/**
 * A query whose text is written once and then only filled in: Drizzle writes it anew at every call, which costs more
 * than all the rest of a reading. `build` is given placeholders; one text is kept for each `shape`, which must say
 * everything that changes the text.
 */
export function statement<V extends Values, R, S = undefined>(
  build: (db: Queryable, holders: Holders<V>, shape: S) => Query<R>,
): (db: Queryable, values: V, shape?: { key: string; of: S }) => Promise<R> {
  const written = new Map<string, Prepared<R>>();
  return (db, values, shape) => {
    const key = shape?.key ?? "";
    let prepared = written.get(key);
    if (!prepared) {
      prepared = build(db, holders as Holders<V>, shape?.of as S).prepare("statement");
      written.set(key, prepared);
    }
    return on(db, prepared).execute(values);
  };
}

/** `holders.id` is the placeholder named `id`. */
const holders = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

/** The same text on another connection: a prepared query of Drizzle belongs to the one that wrote it. */
function on<R>(db: Queryable, prepared: Prepared<R>): Prepared<R> {
  const { client } = (db as unknown as { _: { session: { client: unknown } } })._.session;
  return Object.assign(Object.create(prepared) as Prepared<R>, { client });
}
