import { and, asc, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { compteursFactures, factures, fichiers } from "@/db/schema/factures";
import { opened, toOpen } from "@/db/vault/open";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { Fault } from "./prestation-faults-store";

/**
 * Invoices and credit notes that are not as they were issued: recomputed from their lines, held against what was frozen,
 * the money received, the stored file and the log. All of them, or the one asked. The chain is walked apart.
 */
export async function factureFaults(db: Queryable, only?: number): Promise<Fault[]> {
  const of = (column: string) => (only === undefined ? sql`true` : sql`${sql.raw(column)} = ${only}`);
  const logged = only === undefined ? sql`a.objet_id ~ '^[0-9]{1,9}$'` : sql`a.objet_id = ${String(only)}`;
  // The log has kept its entries about billing ten years: older ones may be gone, by a signed record of pruning.
  const pruned = sql`f.date_emission < (now() - interval '10 years')::date`;
  const rows = await db.execute<Fault>(sql`
    with lignes as (
      select l.facture_id as id, sum(l.montant_ht) as ht, sum(l.montant_tva) as tva, sum(l.montant_ttc) as ttc,
        bool_or(l.montant_ttc <> case l.unite when 'heure' then round(l.quantite_min * l.prix_unitaire_ttc / 60.0)
          else l.prix_unitaire_ttc end) as fausse
      from facture_lignes l where ${of("l.facture_id")} group by 1
    ), taux as (
      select id, bool_or(ht <> round(ttc * 10000.0 / (10000 + taux))) as faux from (
        select l.facture_id as id, l.taux_tva_bp as taux, sum(l.montant_ht) as ht, sum(l.montant_ttc) as ttc
        from facture_lignes l where ${of("l.facture_id")} group by 1, 2) r group by 1
    ), recu as (
      select p.facture_id as id, sum(p.montant) as montant from paiements p where ${of("p.facture_id")} group by 1
    ), avoirs as (
      select f.facture_origine_id as id, sum(f.total_ttc) as montant from factures f
      where f.type = 'avoir' and f.statut <> 'brouillon' and ${of("f.facture_origine_id")} group by 1
    ), traces as materialized (
      select a.objet_id::integer as id, a.seq, a.action, a.canon::jsonb -> 'data' as d from audit a
      where a.objet_type = 'facture' and a.resultat = 'ok' and a.flux = 'facture:' || a.objet_id and ${logged}
        and a.action in ('facture.issue', 'avoir.create', 'facture.render', 'conservation.apply')
    ), emissions as (
      select distinct on (id) id, d ->> 'numero' as numero, (d ->> 'total_ttc')::integer as ttc, d ->> 'empreinte' as empreinte
      from traces where d ? 'numero' order by id, seq
    ), destructions as (
      select distinct id from traces where action = 'conservation.apply' and d ->> 'regle' = 'factures'
    ), rendus as (
      select distinct on (id) id, d ->> 'sha256' as sha256 from traces where action = 'facture.render' order by id, seq desc
    )
    select x.id, x.faute from (
      select f.id, unnest(array_remove(array[
        case when (f.total_ht, f.total_tva, f.total_ttc)
          is distinct from (coalesce(l.ht, 0), coalesce(l.tva, 0), coalesce(l.ttc, 0)) then 'totaux' end,
        case when l.fausse then 'lignes' end,
        case when f.type = 'facture' and t.faux then 'tva' end,
        case when f.paye <> coalesce(r.montant, 0) or f.credite <> coalesce(v.montant, 0) then 'paiements' end,
        case when f.statut <> 'brouillon' and f.type = 'facture' and f.total_ttc > 0 and f.statut <> case
            when f.credite >= f.total_ttc then 'annulee_par_avoir'
            when f.paye >= f.total_ttc - f.credite then 'payee'
            when f.paye > 0 then 'partiellement_payee' else 'emise' end then 'reglement' end,
        case when d.sha256 is distinct from c.sha256 and not (d.id is null and ${pruned}) then 'fichier' end,
        case when f.statut <> 'brouillon' and ((e.id is null and not ${pruned}) or e.numero <> f.numero or e.ttc <> f.total_ttc
          or e.empreinte <> f.empreinte) then 'emission' end,
        case when f.contenu_detruit_le is not null and (not facture_expiree(f.date_emission)
          or (q.id is null and f.contenu_detruit_le > now() - interval '10 years')) then 'destruction' end
      ], null)) as faute
      from factures f
      left join lignes l on l.id = f.id left join taux t on t.id = f.id
      left join recu r on r.id = f.id left join avoirs v on v.id = f.id
      left join fichiers c on c.id = f.fichier_id left join emissions e on e.id = f.id left join rendus d on d.id = f.id
      left join destructions q on q.id = f.id
      where ${of("f.id")}
      union all
      select t.id, 'disparue' from traces t
      where t.action <> 'facture.render' and not exists (select 1 from factures k where k.id = t.id)
    ) x order by 1, 2`);
  return [...rows];
}

export type Link = {
  id: number;
  serie: string;
  annee: number;
  sequence: number;
  instantane: unknown;
  empreinte: string;
  /** What the row says beside its frozen text. */
  ligne: { numero: string; date_emission: string; total_ht: number; total_ttc: number; client_id: number };
  montants: number[];
  fichier: { sha256: string; taille: number; contenu: Uint8Array } | null;
  /** A sealed part could not be opened: altered, moved, or its key was. */
  broken: boolean;
  /** Its time is over and what it said is gone; number, totals and fingerprint stay. */
  detruit: boolean;
};

const columns = {
  id: factures.id,
  serie: factures.serie,
  annee: factures.annee,
  sequence: factures.sequence,
  instantane: toOpen(factures.instantane),
  empreinte: factures.empreinte,
  detruit: sql<boolean>`${factures.contenuDetruitLe} is not null`,
  ligne: {
    numero: factures.numero,
    date_emission: factures.dateEmission,
    total_ht: factures.totalHt,
    total_ttc: factures.totalTtc,
    client_id: factures.clientId,
  },
  montants: sql<number[]>`coalesce((select array_agg(l.montant_ttc order by l.montant_ttc)
    from facture_lignes l where l.facture_id = ${factures.id}), '{}')`,
  fichier: {
    id: fichiers.id,
    sha256: fichiers.sha256,
    taille: fichiers.taille,
    contenu: toOpen(fichiers.contenu),
  },
};

function selectLinks(db: Queryable) {
  return db.select(columns).from(factures).leftJoin(fichiers, eq(fichiers.id, factures.fichierId)).$dynamic();
}

async function openLinks(db: Queryable, query: ReturnType<typeof selectLinks>): Promise<Link[]> {
  const broken = new Set<string>();
  const rows = await opened(db, query, ({ table, row }) => broken.add(`${table}:${row}`));
  return rows.map((row) => {
    const mine = [`factures:${row.id}`, ...(row.fichier ? [`fichiers:${row.fichier.id}`] : [])];
    return { ...row, broken: mine.some((one) => broken.has(one)) } as Link;
  });
}

/** The next links of all chains, by series, year and number, after the one given. */
export function nextLinks(db: Queryable, after: Link | undefined, limit: number): Promise<Link[]> {
  const further =
    after &&
    or(
      gt(factures.serie, after.serie),
      and(eq(factures.serie, after.serie), gt(factures.annee, after.annee)),
      and(
        eq(factures.serie, after.serie),
        eq(factures.annee, after.annee),
        gt(factures.sequence, after.sequence),
      ),
    );
  return openLinks(
    db,
    selectLinks(db)
      .where(and(isNotNull(factures.sequence), further))
      .orderBy(asc(factures.serie), asc(factures.annee), asc(factures.sequence))
      .limit(limit),
  );
}

/** Where each series ends, as its counter says. */
export const heads = (db: Queryable) =>
  db.select().from(compteursFactures).orderBy(asc(compteursFactures.serie), asc(compteursFactures.annee));

/** One document with the one before it in its series, if it is numbered. */
export async function linkOf(db: Queryable, id: number): Promise<{ link: Link; before?: Link } | undefined> {
  const [link] = await openLinks(db, selectLinks(db).where(eq(factures.id, id)));
  if (!link || link.sequence === null) return undefined;
  const { serie, annee, sequence } = link;
  const place = and(
    eq(factures.serie, serie),
    eq(factures.annee, annee),
    eq(factures.sequence, sequence - 1),
  );
  const [before] = await openLinks(db, selectLinks(db).where(place));
  return { link, before };
}

export async function findFacture(db: Queryable, scope: Scope, id: number) {
  const rows = await db
    .select({
      id: factures.id,
      agenceId: factures.agenceId,
      contenuDetruitLe: factures.contenuDetruitLe,
    })
    .from(factures)
    .where(and(eq(factures.id, id), within(scope, { agence: factures.agenceId })));
  return rows[0];
}

export async function countFactures(db: Queryable): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`select count(*)::integer as n from factures`);
  return rows[0]?.n ?? 0;
}
