import { sql } from "drizzle-orm";
import type { Queryable } from "../client";
import { type Dek, newDek, SealBroken, type Sujet, unwrapDek } from "./cipher";
import type { Finalite, SujetType } from "./registry";

type Row = { sujet_type: SujetType; sujet_id: number; finalite: Finalite; enveloppe: string | null };

export const sujetKey = ({ type, id, finalite }: Sujet): string => `${type}:${id}:${finalite}`;

const asked = (sujets: readonly Sujet[]) =>
  sql`json_to_recordset(${JSON.stringify(sujets)}::json) as a(type text, id integer, finalite text)`;

/**
 * The keys of these subjects, in one question. `null` for one whose key was destroyed: what it sealed is gone for
 * good. Throws SealBroken when a key is missing without having been destroyed, or was altered; `tolerant` leaves
 * those out.
 */
export async function findDeks(
  db: Queryable,
  sujets: readonly Sujet[],
  tolerant = false,
): Promise<Map<string, Dek | null>> {
  if (sujets.length === 0) return new Map();
  const rows = (await db.execute(sql`
    select c.sujet_type, c.sujet_id, c.finalite, c.enveloppe
    from ${asked(sujets)}
    join coffre.cles c on c.sujet_type = a.type and c.sujet_id = a.id and c.finalite = a.finalite`)) as unknown as Row[];
  if (tolerant) return new Map(rows.flatMap(readable));
  const found = new Map(rows.map((row) => [sujetKey(sujetOf(row)), dekOf(row)]));
  const lost = sujets.find((sujet) => !found.has(sujetKey(sujet)));
  if (lost) throw new SealBroken(`the key of ${sujetKey(lost)} is missing`);
  return found;
}

/**
 * The same for writing: a subject without a key is given one, once, however many write at the same moment. Throws
 * SealBroken for one whose key was destroyed: nothing more is written about an erased person.
 */
export async function ensureDeks(db: Queryable, sujets: readonly Sujet[]): Promise<Map<string, Dek>> {
  if (sujets.length === 0) return new Map();
  const there = (await db.execute(sql`
    select a.type as sujet_type, a.id as sujet_id, a.finalite, c.enveloppe, c.sujet_id is null as absent
    from ${asked(sujets)}
    left join coffre.cles c on c.sujet_type = a.type and c.sujet_id = a.id and c.finalite = a.finalite`)) as unknown as (Row & {
    absent: boolean;
  })[];
  const made = there.filter(({ absent }) => absent).map(sujetOf);
  const rows =
    made.length > 0 ? [...there.filter(({ absent }) => !absent), ...(await insert(db, made))] : there;
  return new Map(
    rows.map((row) => {
      const dek = dekOf(row);
      if (!dek) throw new SealBroken(`the key of ${sujetKey(sujetOf(row))} was destroyed`);
      return [sujetKey(sujetOf(row)), dek];
    }),
  );
}

/** In sorted order, so that two writers never wait for each other; the first one's key holds. */
async function insert(db: Queryable, sujets: readonly Sujet[]): Promise<Row[]> {
  const sorted = sujets.toSorted((a, b) => (sujetKey(a) < sujetKey(b) ? -1 : 1));
  const values = sorted.map((sujet) => ({ ...sujet, enveloppe: newDek(sujet) }));
  return (await db.execute(sql`
    insert into coffre.cles (sujet_type, sujet_id, finalite, enveloppe)
    select type, id, finalite, enveloppe
    from json_to_recordset(${JSON.stringify(values)}::json) as a(type text, id integer, finalite text, enveloppe text)
    on conflict (sujet_type, sujet_id, finalite) do update set sujet_id = excluded.sujet_id
    returning sujet_type, sujet_id, finalite, enveloppe`)) as unknown as Row[];
}

function readable(row: Row): [string, Dek | null][] {
  try {
    return [[sujetKey(sujetOf(row)), dekOf(row)]];
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}

/**
 * Puts new keys in the place of a person's old ones: what the old ones sealed can never be read again, in no copy of
 * the database, while what stands in its place from now on can.
 */
export async function replaceDeks(
  db: Queryable,
  sujet: { type: SujetType; id: number },
  finalites: readonly Finalite[],
): Promise<void> {
  const values = finalites.map((finalite) => ({ finalite, enveloppe: newDek({ ...sujet, finalite }) }));
  await db.execute(sql`
    insert into coffre.cles (sujet_type, sujet_id, finalite, enveloppe)
    select ${sujet.type}, ${sujet.id}::integer, finalite, enveloppe
    from json_to_recordset(${JSON.stringify(values)}::json) as a(finalite text, enveloppe text)
    on conflict (sujet_type, sujet_id, finalite) do update set enveloppe = excluded.enveloppe, detruite_le = null`);
}

/** Destroys the keys of a person for these purposes: what they sealed can never be read again, in no copy. */
export async function destroyDeks(
  db: Queryable,
  sujet: { type: SujetType; id: number },
  finalites: readonly Finalite[],
  now: Date,
): Promise<void> {
  await db.execute(sql`
    insert into coffre.cles (sujet_type, sujet_id, finalite, enveloppe, detruite_le)
    select ${sujet.type}, ${sujet.id}::integer, f, null, ${now.toISOString()}::timestamptz
    from json_array_elements_text(${JSON.stringify(finalites)}::json) f
    on conflict (sujet_type, sujet_id, finalite)
    do update set enveloppe = null, detruite_le = coalesce(coffre.cles.detruite_le, excluded.detruite_le)`);
}

const sujetOf = (row: Row): Sujet => ({ type: row.sujet_type, id: row.sujet_id, finalite: row.finalite });
const dekOf = (row: Row): Dek | null =>
  row.enveloppe === null ? null : unwrapDek(sujetOf(row), row.enveloppe);
