import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Queryable } from "../client";
import { rewrapped, type Sujet } from "./cipher";
import { currentKek } from "./kek";
import type { Finalite, SujetType } from "./registry";

type Ring = { current: string; keys: Record<string, string> };
const TOGETHER = 500;

/**
 * Puts a new wrapping key in use, in the file from which running processes read it again within a second. The old ones
 * stay: what they wrapped is still there, in the database until it is wrapped anew and in its backups. Returns its name.
 */
export function newKek(file: string): string {
  const ring = JSON.parse(readFileSync(file, "utf8")) as Ring;
  const numbers = Object.keys(ring.keys).map((name) => Number(name.replace(/^k/, "")) || 0);
  const current = `k${Math.max(0, ...numbers) + 1}`;
  write(file, { current, keys: { ...ring.keys, [current]: randomBytes(32).toString("base64url") } });
  return current;
}

/** Forgets every wrapping key but the one in use: backups that need them can no longer be read. Returns how many. */
export function forgetKeks(file: string): number {
  const { current, keys } = JSON.parse(readFileSync(file, "utf8")) as Ring;
  write(file, { current, keys: { [current]: keys[current] as string } });
  return Object.keys(keys).length - 1;
}

/** Written aside, then renamed: a process that reads sees the old file or the new one, never half. */
function write(file: string, ring: Ring): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

type Row = { sujet_type: SujetType; sujet_id: number; finalite: Finalite; enveloppe: string };

/**
 * Wraps anew, under the key in use, up to 500 keys that stand under another; how many there were. Values are not
 * touched. A key that somebody replaced meanwhile is left to them.
 */
export async function rewrapSome(db: Queryable): Promise<number> {
  const rows = (await db.execute(sql`
    select sujet_type, sujet_id, finalite, enveloppe from coffre.cles
    where enveloppe is not null and enveloppe not like ${`w1.${currentKek()}.%`}
    limit ${TOGETHER}::integer`)) as unknown as Row[];
  const changes = rows.flatMap((row) => {
    const neuve = rewrapped(sujetOf(row), row.enveloppe);
    return neuve === null ? [] : [{ ...row, neuve }];
  });
  if (changes.length > 0) {
    await db.execute(sql`
      update coffre.cles c set enveloppe = n.neuve
      from json_to_recordset(${JSON.stringify(changes)}::json)
        as n(sujet_type text, sujet_id integer, finalite text, enveloppe text, neuve text)
      where c.sujet_type = n.sujet_type and c.sujet_id = n.sujet_id and c.finalite = n.finalite
        and c.enveloppe = n.enveloppe`);
  }
  return changes.length;
}

/** Keys that stand under another than the one in use. */
export async function countOthers(db: Queryable): Promise<number> {
  const rows = (await db.execute(sql`
    select count(*)::integer as n from coffre.cles
    where enveloppe is not null and enveloppe not like ${`w1.${currentKek()}.%`}`)) as unknown as {
    n: number;
  }[];
  return rows[0]?.n ?? 0;
}

const sujetOf = (row: Row): Sujet => ({ type: row.sujet_type, id: row.sujet_id, finalite: row.finalite });
