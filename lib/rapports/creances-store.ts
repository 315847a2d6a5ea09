import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { factures, paiements } from "@/db/schema/factures";
import { type Asked, sumBy } from "./figures-store";
import type { Groupement } from "./rapport";

/**
 * What was still owed at the end of `au`, by days since it fell due (cents): issued by then, less the payments and the
 * credit notes dated by then. With `du`, invoices issued before it are left out.
 */
export function sumCreances(db: Queryable, asked: Asked) {
  const { au, du } = asked;
  const keys: Partial<Record<Groupement, SQL>> = {
    client: sql`f.client_id::text`,
    mois: sql`to_char(f.date_emission, 'YYYY-MM')`,
    agence: sql`f.agence_id::text`,
  };
  const cle = keys[asked.grouperPar];
  if (!cle) throw new RangeError(`receivables are not grouped by ${asked.grouperPar}`);
  const settled = sql`
    select m.facture_id as id, sum(m.montant) as montant from ${paiements} m where m.date <= ${au}::date group by 1
    union all
    select c.facture_origine_id, sum(c.total_ttc) from ${factures} c
    where c.type = 'avoir' and c.statut <> 'brouillon' and c.date_emission <= ${au}::date
      and c.facture_origine_id is not null group by 1`;
  const owed = sql`
    select ${cle} as cle, f.devise, (${au}::date - f.echeance) as jours,
      f.total_ttc - coalesce(s.montant, 0) as reste
    from ${factures} f
    left join (select id, sum(montant) as montant from (${settled}) as parts group by id) as s on s.id = f.id
    where f.agence_id in ${[...asked.agenceIds]} and f.type = 'facture' and f.statut <> 'brouillon'
      and f.date_emission <= ${au}::date ${du ? sql`and f.date_emission >= ${du}::date` : sql``}`;
  const between = (name: string, from: number | null, to: number | null) => {
    const low = from === null ? sql`true` : sql`jours >= ${from}::int`;
    const high = to === null ? sql`true` : sql`jours <= ${to}::int`;
    return sql`case when ${low} and ${high} then reste else 0 end as ${sql.identifier(name)}`;
  };
  const buckets = [
    between("non_echu", null, -1),
    between("de_0_a_30", 0, 30),
    between("de_31_a_60", 31, 60),
    between("de_61_a_90", 61, 90),
    between("plus_de_90", 91, null),
  ];
  const base = sql`select cle, devise, 1 as factures, ${sql.join(buckets, sql`, `)}, reste as total
    from (${owed}) as owed where reste > 0`;
  const measures = ["factures", "non_echu", "de_0_a_30", "de_31_a_60", "de_61_a_90", "plus_de_90", "total"];
  return sumBy(db, base, measures, { main: "total", grouperPar: asked.grouperPar });
}
