import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { devis, factures } from "@/db/schema/factures";
import { recommandations } from "@/db/schema/ia";
import { intervenants } from "@/db/schema/intervenants";
import { prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit, avis } from "@/db/schema/suivi";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { HistoryObject } from "./schemas-history";

type Table = PgTable & { id: AnyPgColumn; agenceId: AnyPgColumn };
type Asked = { objet: string; objet_id: string };

/** Objects that belong to an agency: who reaches only agencies reaches only these. */
const tables: Partial<Record<string, Table>> = {
  facture: factures,
  devis,
  prestation: prestations,
  reservation: reservations,
  serie: series,
  avis,
  recommandation: recommandations,
  client: clients,
  intervenant: intervenants,
  rgpd: demandesRgpd,
};

const MAX_ID = 2_147_483_647;
const numberOf = (text: string) => (/^\d{1,10}$/.test(text) && Number(text) <= MAX_ID ? Number(text) : null);
const printed = /^[A-Za-z-]*(\d{4})-(\d+)$/;

/**
 * The objects meant by a kind and a number, within reach: by id, or an invoice or quote by the number printed on it, with
 * or without its series (several agencies may have given the same). Empty when there is none and never was.
 */
export async function rootsOf(db: Queryable, scope: Scope, { objet, objet_id }: Asked): Promise<string[]> {
  const isPrinted = (objet === "facture" || objet === "devis") && printed.test(objet_id);
  if (isPrinted) return idsOf(db, scope, objet, namedBy(objet, objet_id));
  const id = numberOf(objet_id);
  const table = tables[objet];
  if (table && id !== null) {
    const found = await idsOf(db, scope, objet, inArray(table.id, [id]));
    if (found.length > 0) return found;
  }
  // Gone from its table, or of a kind that has none: the log knows what was done to it.
  return scope.reach === "all" && (await wasThere(db, objet, objet_id)) ? [objet_id] : [];
}

function namedBy(objet: string, numero: string): SQL | undefined {
  const isWhole = /^\D/.test(numero);
  const [, annee = "", sequence = ""] = printed.exec(numero) ?? [];
  if (objet === "devis")
    return isWhole ? sql`${devis.numero} = ${numero}` : sql`${devis.numero} like ${`%${annee}-${sequence}`}`;
  if (isWhole) return sql`${factures.numero} = ${numero}`;
  if (numberOf(sequence) === null) return sql`false`;
  return sql`${factures.annee} = ${Number(annee)} and ${factures.sequence} = ${Number(sequence)} and ${factures.type} = 'facture'`;
}

async function idsOf(
  db: Queryable,
  scope: Scope,
  objet: string,
  condition: SQL | undefined,
): Promise<string[]> {
  const table = tables[objet] as Table;
  const rows = await db
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(condition, within(scope, { agence: table.agenceId })))
    .orderBy(table.id)
    .limit(20);
  return rows.map(({ id }) => String(id));
}

/** Something was done to it, not only refused. */
async function wasThere(db: Queryable, objet: string, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.objetType, objet), eq(audit.objetId, id), eq(audit.resultat, "ok")))
    .limit(1);
  return rows.length > 0;
}

/**
 * What belongs to the objects asked for: an invoice's credit notes and visits, a visit's invoices, series, bookings,
 * reviews and proposals, a client's requests; themselves included. All within the same agency as they are.
 */
export async function objectsAround(
  db: Queryable,
  objet: string,
  roots: readonly string[],
): Promise<HistoryObject[]> {
  const asked = roots.map((id) => ({ type: objet, id, numero: null, demande: true }));
  const ids = roots.map(numberOf).filter((id) => id !== null);
  if (ids.length === 0) return asked;
  const found = await relatedTo(db, objet, ids);
  const key = ({ type, id }: { type: string; id: string }) => `${type}:${id}`;
  const known = new Set(asked.map(key));
  const named = new Map(found.map((one) => [key(one), one.numero]));
  return [
    ...asked.map((one) => ({ ...one, numero: named.get(key(one)) ?? null })),
    ...found.filter((one) => !known.has(key(one))).map((one) => ({ ...one, demande: false })),
  ];
}

const list = (ids: readonly number[]) => (ids.length > 0 ? sql.join([...ids], sql`, `) : sql`null`);

async function relatedTo(db: Queryable, objet: string, ids: readonly number[]) {
  const is = (type: string) => (objet === type ? list(ids) : sql`null`);
  const rows = await db.execute<{ type: string; id: string; numero: string | null }>(sql`
    with demandees as (
      select p.id from prestations p where p.id in (${is("prestation")})
      union select r.prestation_id from reservations r where r.id in (${is("reservation")})
      union select a.prestation_id from avis a where a.id in (${is("avis")})
      union select m.prestation_id from recommandations m where m.id in (${is("recommandation")}) and m.prestation_id is not null
    ), tetes as (
      select coalesce(f.facture_origine_id, f.id) as id from factures f where f.id in (${is("facture")})
      union select coalesce(f.facture_origine_id, f.id) from factures f
        join facture_lignes l on l.facture_id = f.id where l.prestation_id in (select id from demandees)
    ), documents as (
      select f.id, f.numero from factures f
      where f.id in (select id from tetes) or f.facture_origine_id in (select id from tetes)
    ), visites as (
      select id from demandees
      union select l.prestation_id from facture_lignes l
        where ${objet === "facture"} and l.facture_id in (select id from documents) and l.prestation_id is not null
    )
    select * from (select 'facture' as type, id::text, numero from documents
    union all select 'devis', id::text, numero from devis where id in (${is("devis")})
    union all select 'prestation', id::text, null from visites
    union all select 'reservation', id::text, null from reservations where prestation_id in (select id from visites)
    union all select 'avis', id::text, null from avis where prestation_id in (select id from visites)
    union all select 'recommandation', id::text, null from recommandations where prestation_id in (select id from visites)
    union all select distinct 'serie', p.serie_id::text, null from prestations p
      where p.serie_id is not null and p.id in (select id from demandees)
    union all select 'rgpd', id::text, null from demandes_rgpd where client_id in (${is("client")})) as found
    order by type, length(id), id`);
  return [...rows];
}

/** A refusal names what was asked for by the operation, not by the object: `avoir:12` is a credit refused on invoice 12. */
const alsoCalled: Partial<Record<string, readonly string[]>> = {
  facture: ["avoir", "paiement"],
  prestation: ["pointage"],
};

/** The entries of these objects. */
export function entriesOf(objets: readonly HistoryObject[]): SQL {
  const pairs = objets.flatMap(({ type, id }) =>
    [type, ...(alsoCalled[type] ?? [])].map((name) => [name, id]),
  );
  return sql`(${audit.objetType}, ${audit.objetId}) in (
    select p ->> 0, p ->> 1 from json_array_elements(${JSON.stringify(pairs)}::json) as p)`;
}
