import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { agences } from "@/db/schema/organisation";
import { pointages, prestations } from "@/db/schema/prestations";
import { type Asked, cleOf, duringDays, sumBy } from "./figures-store";
import { TOLERANCE_MS } from "./rapport";

/**
 * Visits of the period that should have begun: clocked in on time, late or not at all, and those left without a
 * departure. Visits cancelled, or written down afterwards, are nobody's lateness.
 */
export function sumPonctualite(db: Queryable, asked: Asked) {
  const tolerance = sql`${TOLERANCE_MS / 1000} * interval '1 second'`;
  const now = sql`${asked.now.toISOString()}::timestamptz`;
  const isLate = sql`arrivee.horodatage > p.debut + ${tolerance}`;
  const base = sql`
    select ${cleOf(asked.grouperPar)} as cle, null::text as devise, 1 as visites,
      (arrivee.horodatage <= p.debut + ${tolerance})::int as a_l_heure,
      (${isLate})::int as en_retard,
      (arrivee.id is null)::int as sans_arrivee,
      (arrivee.id is not null and depart.id is null and p.fin + ${tolerance} < ${now})::int as sans_depart,
      case when ${isLate} then floor(extract(epoch from arrivee.horodatage - p.debut) / 60)::bigint end as minutes_retard
    from ${agences} a
    join ${prestations} p on p.agence_id = a.id
    left join ${pointages} arrivee on arrivee.prestation_id = p.id and arrivee.type = 'arrivee'
    left join ${pointages} depart on depart.prestation_id = p.id and depart.type = 'depart'
    where a.id in ${[...asked.agenceIds]} and ${duringDays(sql`p.debut`, asked)}
      and p.statut <> 'annulee' and not p.saisie_apres_coup and p.debut + ${tolerance} < ${now}`;
  const measures = ["visites", "a_l_heure", "en_retard", "sans_arrivee", "sans_depart", "minutes_retard"];
  return sumBy(db, base, measures, { main: "visites", grouperPar: asked.grouperPar });
}
