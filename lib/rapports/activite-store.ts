import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { factureLignes, factures } from "@/db/schema/factures";
import { agences } from "@/db/schema/organisation";
import { pointages, prestations } from "@/db/schema/prestations";
import { type Asked, cleOf, duringDays, sumBy } from "./figures-store";

/**
 * Visits that begin in the period: how many, minutes planned, clocked and billed, and what their issued invoices
 * say (cents). A cancelled visit counts as such, and with its fee.
 */
export function sumActivite(db: Queryable, asked: Asked) {
  const minutes = (start: string, end: string) =>
    sql.raw(`round(extract(epoch from ${end} - ${start}) / 60)::bigint`);
  const base = sql`
    select ${cleOf(asked.grouperPar)} as cle, a.devise,
      (p.statut <> 'annulee')::int as visites,
      (p.statut = 'annulee')::int as annulees,
      case when p.statut <> 'annulee' then ${minutes("p.debut", "p.fin")} else 0 end as minutes_planifiees,
      case when p.statut <> 'annulee' then ${minutes("arrivee.horodatage", "depart.horodatage")} end as minutes_realisees,
      case when f.id is not null then l.quantite_min end as minutes_facturees,
      case when f.id is not null then l.montant_ht end as facture_ht,
      case when f.id is not null then l.montant_ttc end as facture_ttc
    from ${agences} a
    join ${prestations} p on p.agence_id = a.id
    left join ${pointages} arrivee on arrivee.prestation_id = p.id and arrivee.type = 'arrivee'
    left join ${pointages} depart on depart.prestation_id = p.id and depart.type = 'depart'
    left join ${factureLignes} l on l.prestation_id = p.id and not l.annulee
    left join ${factures} f on f.id = l.facture_id and f.type = 'facture'
      and f.statut in ('emise', 'partiellement_payee', 'payee')
    where a.id in ${[...asked.agenceIds]} and ${duringDays(sql`p.debut`, asked)}`;
  const measures = [
    "visites",
    "annulees",
    "minutes_planifiees",
    "minutes_realisees",
    "minutes_facturees",
    "facture_ht",
    "facture_ttc",
  ];
  return sumBy(db, base, measures, { main: "minutes_planifiees", grouperPar: asked.grouperPar });
}
