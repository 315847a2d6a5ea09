import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factures } from "@/db/schema/factures";
import { annoncesFaites } from "@/db/schema/notifications";
import { agences } from "@/db/schema/organisation";
import { prestations, reservations } from "@/db/schema/prestations";
import type { Parametres } from "@/lib/foundation/read-parametres";

export type Due = { id: number; cle: string };

const MOST_AT_ONCE = 200;
const ownAgency = sql.raw("a.id");
const at = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** Visits of tomorrow, in their agency's time, that nobody was reminded of. One that moved is reminded of again. */
export async function findVisitsToRemind(tx: Tx, now: Date, parametres: Parametres): Promise<Due[]> {
  const rows = await tx.execute<Due>(sql`
    select d.id, d.cle from (
      select p.id, p.debut, 'rappel:' || p.id || ':' || extract(epoch from p.debut)::bigint as cle
      from ${prestations} p join ${agences} a on a.id = p.agence_id
      where p.statut in ('planifiee', 'confirmee')
        and p.debut between ${at(now)} and ${at(now)} + interval '2 days'
        and (p.debut at time zone a.fuseau)::date = (${at(now)} at time zone a.fuseau)::date + 1
        and extract(hour from ${at(now)} at time zone a.fuseau) >= ${parametres.sql("rappel.heure", ownAgency)}
        and not exists (select 1 from ${reservations} r where r.prestation_id = p.id and r.statut = 'demandee')
    ) d
    where not exists (select 1 from ${annoncesFaites} f where f.cle = d.cle)
    order by d.debut, d.id limit ${MOST_AT_ONCE}::integer`);
  return [...rows];
}

/** Invoices past their term whose client was not told of it. */
export async function findOverdueInvoices(tx: Tx, now: Date, parametres: Parametres): Promise<Due[]> {
  const rows = await tx.execute<Due>(sql`
    select d.id, d.cle from (
      select f.id, 'echue:' || f.id as cle from ${factures} f join ${agences} a on a.id = f.agence_id
      where f.statut in ('emise', 'partiellement_payee') and f.type = 'facture'
        and f.echeance < (${at(now)} at time zone a.fuseau)::date
        and f.echeance >= (${at(now)} at time zone a.fuseau)::date - ${parametres.sql("alerte.facture_echue", ownAgency)}
    ) d
    where not exists (select 1 from ${annoncesFaites} o where o.cle = d.cle)
    order by d.id limit ${MOST_AT_ONCE}::integer`);
  return [...rows];
}
