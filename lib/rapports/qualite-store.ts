import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { avis } from "@/db/schema/suivi";
import { type Asked, cleOf, duringDays, sumBy } from "./figures-store";
import { type AvisBas, MOST_REVIEWS, NOTE_BASSE } from "./rapport";

/** Reviews written in the period; those that moderation refused do not count. */
const reviewed = (asked: Asked): SQL => sql`
    from ${agences} a
    join ${avis} v on v.agence_id = a.id
    join ${prestations} p on p.id = v.prestation_id
    where a.id in ${[...asked.agenceIds]} and ${duringDays(sql`v.cree_le`, asked)} and v.statut <> 'refuse'`;

/** Marks: how many, their sum, how many of each, and how many low ones. */
export function sumQualite(db: Queryable, asked: Asked) {
  const cle =
    asked.grouperPar === "mois"
      ? sql`to_char(v.cree_le at time zone a.fuseau, 'YYYY-MM')`
      : cleOf(asked.grouperPar);
  const marks = [1, 2, 3, 4, 5].map(
    (note) => sql`(v.note = ${note})::int as ${sql.identifier(`note_${note}`)}`,
  );
  const base = sql`
    select ${cle} as cle, null::text as devise, 1 as avis, v.note as somme_notes,
      ${sql.join(marks, sql`, `)}, (v.note <= ${NOTE_BASSE})::int as bas
    ${reviewed(asked)}`;
  const measures = ["avis", "somme_notes", "note_1", "note_2", "note_3", "note_4", "note_5", "bas"];
  return sumBy(db, base, measures, { main: "avis", grouperPar: asked.grouperPar });
}

/** The latest low reviews, without their words. */
export async function selectAvisBas(db: Queryable, asked: Asked): Promise<AvisBas[]> {
  const rows = await db.execute<AvisBas>(sql`
    select v.id, v.prestation_id, v.note, to_char(v.cree_le at time zone a.fuseau, 'YYYY-MM-DD') as jour,
      v.client_id, p.intervenant_id
    ${reviewed(asked)} and v.note <= ${NOTE_BASSE}
    order by v.cree_le desc, v.id desc limit ${MOST_REVIEWS}`);
  return rows.map((row) => ({ ...row }));
}
