import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { AuditVerification } from "./schemas";

type Verification = Pick<AuditVerification, "entrees" | "flux" | "alterees">;

/**
 * Recomputes the whole log inside the database: each leaf from its text (SHA-256 of 0x00 and the canonical JSON, RFC
 * 6962), the columns beside it, the link to the entry before, the numbers without gap, and the head of each stream.
 * Reads everything once; answers at most `limit` faults.
 */
export async function verifyLog(db: Queryable, limit: number): Promise<Verification> {
  const rows = (await db.execute(sql`
    with chaine as (
      select id, flux, seq, feuille, precedent, canon, action, acteur_id, objet_type, objet_id, resultat,
        lag(feuille, 1, repeat('0', 64)) over w as avant, lag(seq, 1, 0::bigint) over w as seq_avant,
        lead(id) over w is null as derniere
      from audit window w as (partition by flux order by seq)
    ), jugee as (
      select c.id, c.flux, c.seq, case
        when c.feuille <> encode(sha256('\\x00'::bytea || convert_to(c.canon, 'UTF8')), 'hex') then 'empreinte'
        when (c.canon::jsonb ->> 'act', c.canon::jsonb -> 'actor' ->> 'id', c.canon::jsonb -> 'res' ->> 't',
              c.canon::jsonb -> 'res' ->> 'id', c.canon::jsonb ->> 'stream', c.canon::jsonb ->> 'seq')
          is distinct from (c.action, c.acteur_id::text, c.objet_type, c.objet_id, c.flux, c.seq::text)
          or (c.canon::jsonb -> 'data' -> 'refused' is not null) <> (c.resultat = 'refused') then 'colonnes'
        when c.seq <> c.seq_avant + 1 then 'lacune'
        when c.precedent <> c.avant then 'lien'
        when c.derniere and (f.tete, f.seq) is distinct from (c.feuille, c.seq) then 'tete'
      end as faute
      from chaine c left join audit_flux f on f.flux = c.flux and c.derniere
    )
    select (select count(*)::integer from audit) as entrees,
      (select count(*)::integer from audit_flux) as flux,
      coalesce((select json_agg(j) from (
        select id::integer, flux, seq::integer, faute from jugee where faute is not null
        union all
        select 0, f.flux, f.seq::integer, 'lacune' from audit_flux f
          where not exists (select 1 from audit a where a.flux = f.flux)
        order by 1 limit ${limit}) j), '[]'::json) as alterees`)) as unknown as Verification[];
  return rows[0] as Verification;
}
