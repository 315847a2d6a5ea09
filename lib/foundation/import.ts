import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "./context";
import { type FieldError, Refused, refusalOf } from "./errors";
import { fieldErrors } from "./field-errors";
import type { Scope } from "./policy";

/** A line of an imported table: its number in the file (the first is 1) and its cells by our column names. */
export type ImportRecord = { ligne: number; cells: Readonly<Record<string, string>> };
export type ImportLine<B> = { ligne: number; body: B };
/** What is wrong with one line; the pointer as the operation that creates one would give it. */
export type LineError = FieldError & { ligne: number };
/** One created object for the log, under the action that creates one. */
export type ImportChange = {
  action: string;
  objet: { type: string; id: number; version: 1 };
  agenceId: number;
  data?: Record<string, unknown>;
};

export type ImportArgs = {
  db: Tx;
  ctx: Context;
  scope: Scope;
  records: readonly ImportRecord[];
  /** Agency of the lines that name none. */
  agenceId?: number;
  /** Only looks: takes no lock that others would wait for. */
  essai: boolean;
  /** Called as lines are behind, in the check and again in the writing. */
  progress: (done: number) => Promise<void>;
};

/** All lines checked; `write` creates them, and is called only when nothing is wrong. */
export type ImportPlan = { erreurs: LineError[]; write: () => Promise<ImportChange[]> };
export type Importer = (args: ImportArgs) => Promise<ImportPlan>;

/** Lines written, or checked, between two looks at the rest of the world. */
export const BATCH = 500;

/** Reads each record with the schema of the create operation; the lines that it refuses become errors. */
export function readLines<S extends z.ZodType>(
  records: readonly ImportRecord[],
  schema: S,
  bodyOf: (cells: ImportRecord["cells"]) => unknown,
): { lines: ImportLine<z.output<S>>[]; erreurs: LineError[] } {
  const lines: ImportLine<z.output<S>>[] = [];
  const erreurs: LineError[] = [];
  for (const { ligne, cells } of records) {
    const raw = bodyOf(cells);
    const parsed = schema.safeParse(raw, { reportInput: true });
    if (parsed.success) lines.push({ ligne, body: parsed.data });
    else erreurs.push(...fieldErrors(parsed.error, raw).map((error) => ({ ...error, ligne })));
  }
  return { lines, erreurs };
}

/** The refusal of one line as its errors; anything else is thrown on. */
export function lineErrors(thrown: unknown, ligne: number): LineError[] {
  const error = refusalOf(thrown);
  if (!(error instanceof Refused) || error.status >= 500) throw thrown;
  const errors = error.details.errors ?? [{ pointer: "/", code: error.code, params: error.details.params }];
  return errors.map((one) => ({ ...one, ligne }));
}

/** Lines whose key stands on an earlier line, or exists already. Keys are given folded; empty ones are nobody's. */
export function duplicates<B>(
  lines: readonly ImportLine<B>[],
  pointer: string,
  keyOf: (body: B) => string,
  known: ReadonlySet<string>,
): LineError[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ ligne, body }) => {
    const key = keyOf(body);
    if (key === "") return [];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, ligne);
    if (first === undefined && !known.has(key)) return [];
    return [{ ligne, pointer, code: "duplicate", params: { ligne: first ?? 0 } } satisfies LineError];
  });
}

/** Work in slices of `BATCH`. */
export async function inBatches<T, R>(
  list: readonly T[],
  work: (part: readonly T[]) => Promise<R[]>,
  progress: (done: number) => Promise<void>,
): Promise<R[]> {
  const out: R[] = [];
  for (let at = 0; at < list.length; at += BATCH) {
    out.push(...(await work(list.slice(at, at + BATCH))));
    await progress(Math.min(at + BATCH, list.length));
  }
  return out;
}

/** The agency of a line: its own (id or code, within reach), the import's, or the caller's only one. */
export function agenceReader(
  scope: Scope,
  agences: readonly { id: number; code: string; actif: boolean }[],
  fallback: number | undefined,
): (text: string | undefined) => number | string | undefined {
  const open = agences.filter(
    ({ id, actif }) => actif && (scope.reach === "all" || scope.agenceIds.includes(id)),
  );
  const only = scope.reach === "agence" && scope.agenceIds.length === 1 ? scope.agenceIds[0] : undefined;
  return (text) => {
    if (!text) return fallback ?? only;
    const found = open.find(
      ({ id, code }) => String(id) === text || code.toLowerCase() === text.toLowerCase(),
    );
    // Left as it is, which no schema takes for an id.
    return found?.id ?? `? ${text}`;
  };
}

/** Lines without an agency. Throws nothing: they are errors of their lines. */
export function lacksAgence<B extends { agence_id?: number }>(lines: readonly ImportLine<B>[]): LineError[] {
  return lines.flatMap(({ ligne, body }) =>
    body.agence_id === undefined
      ? [{ ligne, pointer: "/agence_id", code: "required" } satisfies LineError]
      : [],
  );
}
