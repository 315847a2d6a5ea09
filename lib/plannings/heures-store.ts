import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { HeuresDuJour } from "./schemas-heures";

/** Visits that begin in [debut, fin), by civil day of `fuseau`; cancelled ones count for nothing. */
export async function selectHeures(
  db: Queryable,
  intervenantId: number,
  { debut, fin, fuseau }: { debut: Date; fin: Date; fuseau: string },
): Promise<HeuresDuJour[]> {
  const rows = await db.execute(sql`
    select to_char(p.debut at time zone ${fuseau}, 'YYYY-MM-DD') as jour,
      count(*)::integer as visites,
      round(sum(extract(epoch from p.fin - p.debut)) / 60)::integer as prevues_min,
      coalesce(round(sum(extract(epoch from s.horodatage - e.horodatage)) / 60), 0)::integer as pointees_min,
      coalesce(sum(p.duree_facturee_min), 0)::integer as validees_min
    from prestations p
    left join pointages e on e.prestation_id = p.id and e.type = 'arrivee'
    left join pointages s on s.prestation_id = p.id and s.type = 'depart'
    where p.intervenant_id = ${intervenantId} and p.statut <> 'annulee'
      and p.debut >= ${debut.toISOString()}::timestamptz and p.debut < ${fin.toISOString()}::timestamptz
    group by 1 order by 1`);
  return rows as unknown as HeuresDuJour[];
}
