import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import type { Parametres } from "@/lib/foundation/read-parametres";
import { type NomRegle, regles } from "./regles";

/** Something whose time is over, or a person: its number and since when. `id` is a text where the key is one. */
export type Due = { id: number | string; le: string };
export type Measure = { now: Date; parametres: Parametres };

/** Moment before which what a rule speaks of is too old. Calendar years and months: 29 February gives 28. */
export function cutoff(nom: NomRegle, { now, parametres }: Measure): SQL {
  const { duree } = regles[nom];
  const [nombre, unite] =
    "parametre" in duree ? [parametres.of(duree.parametre), "jours"] : [duree.nombre, duree.unite];
  const units: Record<string, string> = { annees: "years", mois: "months", jours: "days" };
  return sql`(${now.toISOString()}::timestamptz - make_interval(${sql.raw(units[unite] ?? "days")} => ${nombre}::integer))`;
}

/** From when on the years of an intervenant `i` with the account `u` count: the last visit, or the last sign-in. */
export const lastOfIntervenant = sql`greatest(i.cree_le, u.derniere_connexion_le,
  (select max(p.fin) from prestations p where p.intervenant_id = i.id))`;

/** Every row of a rule as `id`, `agence_id` and `le`, the moment from which its time counts. */
const rows: Record<NomRegle, SQL> = {
  // Nothing left to do for them, nothing left to pay, no request to answer.
  clients: sql`select c.id, c.agence_id, greatest(c.cree_le, u.derniere_connexion_le,
      (select max(p.fin) from prestations p where p.client_id = c.id),
      (select max(r.cree_le) from reservations r where r.client_id = c.id),
      (select max(f.emise_le) from factures f where f.client_id = c.id),
      (select max(d.cree_le) from devis d where d.client_id = c.id),
      (select max(d.modifie_le) from demandes_rgpd d where d.client_id = c.id)) as le
    from clients c left join utilisateurs u on u.id = c.utilisateur_id
    where c.efface_le is null
      and not exists (select 1 from prestations p where p.client_id = c.id and p.statut not in ('facturee', 'annulee'))
      and not exists (select 1 from factures f where f.client_id = c.id
        and f.statut in ('brouillon', 'emise', 'partiellement_payee') and f.type = 'facture')
      and not exists (select 1 from demandes_rgpd d where d.client_id = c.id
        and d.statut in ('recue', 'en_cours', 'acceptee'))`,
  candidats: sql`select i.id, i.agence_id, greatest(i.cree_le, u.derniere_connexion_le) as le
    from intervenants i left join utilisateurs u on u.id = i.utilisateur_id
    where i.efface_le is null and not i.actif
      and not exists (select 1 from prestations p where p.intervenant_id = i.id) and ${unasked("i")}`,
  intervenants: sql`select i.id, i.agence_id, ${lastOfIntervenant} as le
    from intervenants i left join utilisateurs u on u.id = i.utilisateur_id
    where i.efface_le is null and not i.actif
      and exists (select 1 from prestations p where p.intervenant_id = i.id) and ${unasked("i")}`,
  lieux: sql`select p.id, i.agence_id, p.horodatage as le from pointages p
    join intervenants i on i.id = p.intervenant_id where p.latitude is not null or p.longitude is not null`,
  devis_brouillons: sql`select id, agence_id, modifie_le as le from devis where statut = 'brouillon'`,
  demandes: sql`select id, agence_id, coalesce(close_le, modifie_le) as le from demandes_rgpd
    where statut in ('refusee', 'close')`,
  alertes: sql`select id, agence_id, resolue_le as le from alertes where resolue_le is not null`,
  // Kept to the end of the year, then ten more.
  factures: sql`select id, agence_id, (make_date(extract(year from date_emission)::integer, 12, 31))::timestamptz as le
    from factures where statut <> 'brouillon' and contenu_detruit_le is null`,
  courriels: machinery(sql`id, cree_le as le from courriels where statut <> 'en_attente'`),
  notifications: machinery(sql`id, cree_le as le from notifications`),
  livraisons: machinery(sql`id, cree_le as le from webhook_livraisons where statut <> 'en_attente'`),
  taches: machinery(sql`id, terminee_le as le from taches where terminee_le is not null`),
  // Each names its own end; a day is what they are made with.
  fichiers_taches: machinery(sql`tache_id as id, expire_le - interval '1 day' as le from tache_fichiers`),
  rapports: machinery(sql`id, cree_le as le from rapports where expire_le < now()`),
  jetons: machinery(sql`id, expire_le as le from jetons_rafraichissement`),
  sessions: machinery(sql`sid as id, expire_le as le from sessions_fermees`),
  idempotence: machinery(sql`cle as id, expire_le - interval '1 day' as le from idempotence`),
  journal: entries(sql`not journal_comptable(a.flux) and a.horodatage < now() - interval '365 days'`),
  journal_comptable: entries(sql`journal_comptable(a.flux) and a.horodatage < now() - interval '10 years'`),
};

/**
 * Sealed entries of the log by their place in the tree; what tells of the pruning itself stays for ever. An entry
 * is as old as the youngest before it in its stream, so that a stream loses its beginning only, whatever clocks did.
 */
function entries(which: SQL): SQL {
  return machinery(sql`s.rang::integer as id,
    (select max(b.horodatage) from audit b where b.flux = a.flux and b.seq <= a.seq) as le from audit a
    join audit_scelles s on s.entree_id = a.id where a.flux not like 'conservation:journal%' and ${which}`);
}

/** What belongs to no agency. */
function machinery(rest: SQL): SQL {
  return sql`select null::integer as agence_id, ${rest}`;
}

/** No rights request waits for its answer. */
function unasked(table: "i"): SQL {
  return sql`not exists (select 1 from demandes_rgpd d where d.intervenant_id = ${sql.raw(table)}.id
    and d.statut in ('recue', 'en_cours', 'acceptee'))`;
}

function due(nom: NomRegle, measure: Measure, scope: Scope): SQL {
  const agences = sql.join(
    scope.agenceIds.map((id) => sql`${id}::integer`),
    sql`, `,
  );
  const within =
    scope.reach === "all"
      ? sql`true`
      : scope.agenceIds.length > 0
        ? sql`x.agence_id in (${agences})`
        : sql`false`;
  return sql`from (${rows[nom]}) x where x.le < ${cutoff(nom, measure)} and ${within}`;
}

/** The first ones whose time is over. */
export async function firstDue(
  db: Queryable,
  nom: NomRegle,
  measure: Measure,
  scope: Scope,
  limit: number,
): Promise<Due[]> {
  const found = await db.execute<{ id: number | string; le: Date | string }>(
    sql`select x.id, x.le ${due(nom, measure, scope)} order by x.le, x.id limit ${limit}::integer`,
  );
  return [...found].map(({ id, le }) => ({ id, le: new Date(le).toISOString() }));
}

export async function countDue(
  db: Queryable,
  nom: NomRegle,
  measure: Measure,
  scope: Scope,
): Promise<number> {
  const found = await db.execute<{ n: number }>(
    sql`select count(*)::integer as n ${due(nom, measure, scope)}`,
  );
  return found[0]?.n ?? 0;
}
