import { and, asc, gt, lte, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { auditPoints } from "@/db/schema/journal";
import { databaseError } from "@/lib/foundation/errors";
import type { AuditVerification } from "./schemas";

export type Fault = AuditVerification["alterees"][number];

/**
 * Recomputes every entry inside the database: its leaf from its text (SHA-256 of 0x00 and the canonical JSON, RFC 6962),
 * the columns beside it, the link to the entry before, the numbers without gap, the head of each stream, and the leaf
 * under which it was sealed. The entry before may have been pruned: its leaf still stands among the sealed ones. Reads
 * everything once; answers at most `limit` faults.
 */
export async function entryFaults(
  db: Queryable,
  limit: number,
  streams?: readonly string[],
): Promise<Fault[]> {
  try {
    return await db.transaction((part) => judgedEntries(part, limit, streams));
  } catch (error) {
    // A text that is no JSON under a hash that holds: somebody wrote both.
    if (databaseError(error)?.code !== "22P02") throw error;
    return [{ id: 0, flux: "audit:journal", seq: 0, faute: "colonnes" }];
  }
}

/** A stream's own column, held to some streams or to none. */
const among = (column: SQL, streams: readonly string[] | undefined) =>
  streams ? sql`${column} in (select json_array_elements_text(${JSON.stringify(streams)}::json))` : sql`true`;

async function judgedEntries(
  db: Queryable,
  limit: number,
  streams: readonly string[] | undefined,
): Promise<Fault[]> {
  const rows = await db.execute<Fault>(sql`
    with chaine as (
      select id, flux, seq, feuille, precedent, canon, action, acteur_id, objet_type, objet_id, resultat, horodatage,
        lag(feuille, 1, repeat('0', 64)) over w as avant, lag(seq, 1, 0::bigint) over w as seq_avant,
        lead(id) over w is null as derniere
      from audit where ${among(sql`flux`, streams)} window w as (partition by flux order by seq)
    ), jugee as (
      select c.id, c.flux, c.seq, case
        when c.feuille <> encode(sha256('\\x00'::bytea || convert_to(c.canon, 'UTF8')), 'hex') then 'empreinte'
        when (j.act, j.actor ->> 'id', j.res ->> 't', j.res ->> 'id', j.stream, j.seq, j.ts) is distinct from
          (c.action, c.acteur_id::text, c.objet_type, c.objet_id, c.flux, c.seq::text,
            to_char(c.horodatage at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
          or (j.data ? 'refused') <> (c.resultat = 'refused') then 'colonnes'
        when j.prev is distinct from c.precedent then 'lien'
        when c.seq = c.seq_avant + 1 and c.precedent <> c.avant then 'lien'
        when c.seq <> c.seq_avant + 1 and not exists (
          select from audit_scelles p where p.flux = c.flux and p.seq = c.seq - 1) then 'lacune'
        when c.seq <> c.seq_avant + 1 and c.precedent <> (
          select encode(p.feuille, 'hex') from audit_scelles p where p.flux = c.flux and p.seq = c.seq - 1) then 'lien'
        when c.derniere and (f.tete, f.seq) is distinct from (c.feuille, c.seq) then 'tete'
        when case when s.entree_id is null then c.id <= p.plancher
          else (s.feuille, s.flux, s.seq) is distinct from (decode(c.feuille, 'hex'), c.flux, c.seq) end then 'scelle'
      end as faute
      from chaine c
      -- A text that was changed may be no JSON any more: it is read only when its hash holds.
      left join lateral jsonb_to_record(case when c.canon like '{%}'
          and c.feuille = encode(sha256('\\x00'::bytea || convert_to(c.canon, 'UTF8')), 'hex') then c.canon::jsonb end)
        as j(act text, actor jsonb, res jsonb, stream text, seq text, ts text, prev text, data jsonb) on true
      cross join (select coalesce(max(plancher), 0) as plancher from audit_points) p
      left join audit_flux f on f.flux = c.flux and c.derniere
      left join audit_scelles s on s.entree_id = c.id
    )
    select id::integer, flux, seq::integer, faute from jugee where faute is not null
    union all
    -- A stream without entries: they were pruned up to its head, or they have gone.
    select 0, f.flux, f.seq::integer, 'lacune' from audit_flux f
      where ${among(sql`f.flux`, streams)} and not exists (select from audit a where a.flux = f.flux) and not exists (
        select from audit_scelles s where s.flux = f.flux and s.seq = f.seq and encode(s.feuille, 'hex') = f.tete)
    order by 1, 3 limit ${limit}`);
  return [...rows];
}

export async function countEntries(
  db: Queryable,
  streams?: readonly string[],
): Promise<{ entrees: number; flux: number }> {
  const rows = await db.execute<{ entrees: number; flux: number }>(sql`
    select (select count(*)::integer from audit where ${among(sql`flux`, streams)}) as entrees,
      (select count(*)::integer from audit_flux where ${among(sql`flux`, streams)}) as flux`);
  return rows[0] as { entrees: number; flux: number };
}

/** Sealed leaves whose entry is not in the log any more, although `pruned` (an int8multirange) does not name them. */
export async function goneLeaves(
  db: Queryable,
  pruned: string,
  limit: number,
  streams?: readonly string[],
): Promise<{ rang: number; flux: string; seq: number }[]> {
  const rows = await db.execute<{ rang: number; flux: string; seq: number }>(sql`
    select s.rang::integer, s.flux, s.seq::integer from audit_scelles s
    where ${among(sql`s.flux`, streams)} and not s.rang <@ ${pruned}::int8multirange and not exists (select from audit a where a.id = s.entree_id)
    order by s.rang limit ${limit}`);
  return [...rows];
}

/** Leaves from rank `from` on, at most `count`, in one piece of 32 bytes each; with a rank missing it is shorter. */
export async function leafBytes(db: Queryable, from: number, count: number): Promise<Buffer> {
  const rows = await db.execute<{ feuilles: Uint8Array | null }>(sql`
    select string_agg(feuille, ''::bytea order by rang) as feuilles from audit_scelles
    where rang >= ${from}::bigint and rang < ${from + count}::bigint`);
  return Buffer.from(rows[0]?.feuilles ?? []);
}

/** How many entries of some streams have their place in the tree, pruned ones included. */
export async function sealedAmong(db: Queryable, streams: readonly string[]): Promise<number> {
  const rows = await db.execute<{ nombre: number }>(sql`
    select count(*)::integer as nombre from audit_scelles where ${among(sql`flux`, streams)}`);
  return rows[0]?.nombre ?? 0;
}

/** How many ranks were given, and the highest. */
export async function sealedCount(db: Queryable): Promise<{ nombre: number; dernier: number }> {
  const rows = await db.execute<{ nombre: number; dernier: number }>(sql`
    select count(*)::integer as nombre, coalesce(max(rang), -1)::integer as dernier from audit_scelles`);
  return rows[0] as { nombre: number; dernier: number };
}

/** Checkpoints over more than `after` leaves and at most `upTo`, smallest first. */
export const pointsBetween = (db: Queryable, after: number, upTo: number) =>
  db
    .select({ taille: auditPoints.taille, texte: auditPoints.texte })
    .from(auditPoints)
    .where(and(gt(auditPoints.taille, after), lte(auditPoints.taille, upTo)))
    .orderBy(asc(auditPoints.taille));

/** Records of pruning, oldest first, and whether the log has a line that names each by its fingerprint. */
export async function pruneRecords(
  db: Queryable,
  after = 0,
): Promise<{ id: number; texte: string; dit: boolean }[]> {
  const rows = await db.execute<{ id: number; texte: string; dit: boolean }>(sql`
    select e.id, e.texte, exists (select from audit a
      where a.flux in ('conservation:journal', 'conservation:journal_comptable') and a.resultat = 'ok'
        and position(encode(sha256(convert_to(e.texte, 'UTF8')), 'hex') in a.canon) > 0) as dit
    from audit_elagages e where e.id > ${after}::integer order by e.id`);
  return [...rows];
}
