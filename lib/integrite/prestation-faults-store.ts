import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { prestations } from "@/db/schema/prestations";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { Faute } from "./schemas";

export type Fault = { id: number; faute: Faute };

/**
 * Visits that are not as the product left them: each held against its own columns, its clockings, its invoice line and
 * what the log says of it. All of them, or the one asked. The log speaks of what it recorded: a visit without a line is
 * held against its own columns only.
 */
export async function prestationFaults(db: Queryable, only?: number): Promise<Fault[]> {
  const aimed = only === undefined ? sql`true` : sql`p.id = ${only}`;
  const logged = only === undefined ? sql`a.objet_id ~ '^[0-9]{1,9}$'` : sql`a.objet_id = ${String(only)}`;
  const rows = await db.execute<Fault>(sql`
    with traces as materialized (
      select a.objet_id::integer as id, a.seq, a.action, a.canon::jsonb -> 'data' as d
      from audit a
      where a.objet_type = 'prestation' and a.resultat = 'ok' and a.flux = 'prestation:' || a.objet_id and ${logged}
        and a.action not in ('prestation.read', 'prestation.list', 'notification.create')
    ), etats as (
      select distinct on (id) id, coalesce(d ->> 'to', d ->> 'statut',
        case when coalesce(d ->> 'pointage', d ->> 'type') = 'arrivee' then 'en_cours' else 'realisee' end) as etat
      from traces where d ? 'to' or d ? 'statut' or action = 'pointage.create' order by id, seq desc
    ), heures as (
      select distinct on (id) id, coalesce(d ->> 'date', d ->> 'debut')::timestamptz as debut,
        (d ->> 'duree_min')::integer as minutes
      from traces where d ? 'date' or d ? 'debut' order by id, seq desc
    ), gens as (
      select distinct on (id) id, (d ->> 'intervenant_id')::integer as intervenant
      from traces where d ? 'intervenant_id' order by id, seq desc
    ), clients_ecrits as (
      select distinct on (id) id, (d ->> 'client_id')::integer as client
      from traces where d ? 'client_id' order by id, seq desc
    ), prix as (
      select distinct on (id) id, (d ->> 'prix_ttc')::integer as ttc,
        coalesce(d ->> 'facturee_min', d ->> 'duree_facturee_min')::integer as minutes
      from traces where action = 'prestation.validate' order by id, seq desc
    ), lignes as (
      select l.prestation_id as id, count(*) as n
      from facture_lignes l join factures f on f.id = l.facture_id
      where not l.annulee and f.statut <> 'brouillon' and l.prestation_id is not null
        and ${only === undefined ? sql`true` : sql`l.prestation_id = ${only}`}
      group by 1
    ), heurts as (
      select p.prestation_id as id, min(p.horodatage) filter (where p.type = 'arrivee') as arrivee,
        min(p.horodatage) filter (where p.type = 'depart') as depart
      from pointages p where ${only === undefined ? sql`true` : sql`p.prestation_id = ${only}`} group by 1
    )
    select f.id, f.faute from (
      select p.id, unnest(array_remove(array[
        case when e.etat <> p.statut and not (p.statut = 'facturee' and e.etat = 'validee' and coalesce(l.n, 0) > 0) then 'etat' end,
        case when h.debut <> p.debut or h.minutes <> extract(epoch from p.fin - p.debut) / 60 then 'horaire' end,
        case when (g.id is not null and g.intervenant is distinct from p.intervenant_id) or c.client <> p.client_id
          then 'personnes' end,
        case when p.statut in ('validee', 'facturee')
          and (x.ttc <> p.prix_ttc or x.minutes <> p.duree_facturee_min) then 'montant' end,
        case when p.statut in ('validee', 'facturee')
          and p.prix_ttc <> round(p.prix_horaire_ttc * p.duree_facturee_min / 60.0) then 'prix' end,
        case when t.depart < t.arrivee or (t.depart is not null and t.arrivee is null)
          or (p.statut = 'en_cours' and (t.arrivee is null or t.depart is not null))
          or (p.statut in ('planifiee', 'confirmee') and t.arrivee is not null)
          or (p.statut in ('realisee', 'validee', 'facturee') and not p.saisie_apres_coup and t.depart is null)
          then 'pointages' end,
        case when (p.statut in ('validee', 'facturee')) <> (p.validee_le is not null)
          or (p.statut in ('validee', 'facturee')) <> (p.duree_facturee_min is not null)
          or (p.statut = 'annulee') <> (p.annulee_le is not null) then 'horodatages' end,
        case when (p.statut = 'facturee' and coalesce(l.n, 0) = 0)
          or (l.n > 0 and p.statut not in ('facturee', 'annulee')) then 'facturation' end,
        case when p.statut <> 'annulee' and exists (
          select 1 from prestations o where o.intervenant_id = p.intervenant_id and o.id <> p.id
            and o.statut <> 'annulee' and o.debut < p.fin and o.fin > p.debut
            and o.debut > p.debut - interval '24 hours') then 'doublon' end
      ], null)) as faute
      from prestations p
      left join etats e on e.id = p.id left join heures h on h.id = p.id left join gens g on g.id = p.id
      left join clients_ecrits c on c.id = p.id left join prix x on x.id = p.id
      left join lignes l on l.id = p.id left join heurts t on t.id = p.id
      where ${aimed}
      union all
      select t.id, 'pointage_perdu' from traces t
      where t.action = 'pointage.create' and not exists (
        select 1 from pointages q where q.prestation_id = t.id
          and q.type = coalesce(t.d ->> 'pointage', t.d ->> 'type') and q.horodatage = (t.d ->> 'horodatage')::timestamptz)
      union all
      select t.id, 'disparue' from traces t
      where t.action = 'prestation.create' and not exists (select 1 from prestations q where q.id = t.id)
    ) f order by 1, 2`);
  return [...rows];
}

/** The visit within reach; undefined when absent. */
export async function findPrestation(db: Queryable, scope: Scope, id: number) {
  const rows = await db
    .select({ id: prestations.id, agenceId: prestations.agenceId })
    .from(prestations)
    .where(and(eq(prestations.id, id), within(scope, { agence: prestations.agenceId })));
  return rows[0];
}

export async function countPrestations(db: Queryable): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`select count(*)::integer as n from prestations`);
  return rows[0]?.n ?? 0;
}
