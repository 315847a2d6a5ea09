import { z } from "zod";
import { Generations } from "@/db/vault/generations";
import { fold } from "@/lib/i18n/text";
import { Refused } from "./errors";
import type { Page } from "./page";
import { seal, unseal } from "./sealed";

type Named = { id: number; nom: string; prenom: string };
type Cursor = { key: string; id: number; d: "next" | "previous" };

/**
 * A page of a list ordered by name, whose names stand sealed: the database cannot order them, so ids and names within
 * the filter are read, ordered here, and the rows of one page are fetched by id. Stable like any keyset: the cursor
 * holds the last name, sealed, since it travels in an address.
 */
export async function paginateByName<Row extends { id: number }>(
  request: { limit: number; cursor?: string; ordering?: string },
  names: () => Promise<readonly Named[]>,
  fetch: (ids: readonly number[]) => Promise<readonly Row[]>,
): Promise<Page<Row> & { total: number }> {
  const cursor = request.cursor ? decode(request.cursor) : undefined;
  const descending = request.ordering?.startsWith("-") ?? false;
  const keyed = (await names()).map((one) => ({ key: nameKey(one), id: one.id }));
  keyed.sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
  const after = (one: Cursor) =>
    keyed.findIndex((row) => (descending ? compare(one, row) : compare(row, one)) > 0);
  const { from, to } = window(keyed, cursor, request.limit, after);
  const kept = keyed.slice(from, to);
  const rows = new Map((await fetch(kept.map(({ id }) => id))).map((row) => [row.id, row]));
  const [first, last] = [kept[0], kept.at(-1)];
  return {
    results: kept.flatMap(({ id }) => rows.get(id) ?? []),
    next: to < keyed.length && last ? encode({ ...last, d: "next" }) : null,
    previous: from > 0 && first ? encode({ ...first, d: "previous" }) : null,
    total: keyed.length,
  };
}

type Keyed = { key: string; id: number };

function window(
  keyed: readonly Keyed[],
  cursor: Cursor | undefined,
  limit: number,
  after: (one: Cursor) => number,
): { from: number; to: number } {
  if (!cursor) return { from: 0, to: Math.min(limit, keyed.length) };
  const next = after(cursor);
  const end = next === -1 ? keyed.length : next;
  if (cursor.d === "next") return { from: end, to: Math.min(end + limit, keyed.length) };
  // Everything before the cursor's own row, which may be gone meanwhile.
  const own = keyed[end - 1]?.id === cursor.id ? end - 1 : end;
  return { from: Math.max(0, own - limit), to: own };
}

const compare = (a: Keyed, b: Keyed) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id);

/** Rows in the order of people's names, for short lists read whole. */
export function byName<T>(rows: readonly T[], nameOf: (row: T) => { nom: string; prenom: string }): T[] {
  const keyed = rows.map((row) => ({ row, key: nameKey(nameOf(row)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ row }) => row);
}

const keys = new Generations<string>(50_000, 5 * 60_000);

/** As people look a name up: without accents or case, family name first. */
const nameKey = ({ nom, prenom }: { nom: string; prenom: string }) => {
  const whole = `${nom}\u0000${prenom}`;
  return keys.get(whole, () => `${fold(nom)}\u0000${fold(prenom)}\u0000${whole}`);
};

const cursorShape = z.object({
  key: z.string(),
  id: z.number().int(),
  d: z.enum(["next", "previous"]),
});

const encode = (cursor: Cursor) => seal(JSON.stringify(cursor), "cursor");

function decode(text: string): Cursor {
  try {
    return cursorShape.parse(JSON.parse(unseal(text, "cursor")));
  } catch {
    throw new Refused("validation", { errors: [{ pointer: "/cursor", code: "invalidFormat" }] });
  }
}
