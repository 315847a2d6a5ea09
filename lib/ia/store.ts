import { and, avg, count, eq, gte, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { intervenants } from "@/db/schema/intervenants";
import { prestations } from "@/db/schema/prestations";
import { avis } from "@/db/schema/suivi";
import { opened, toOpen } from "@/db/vault/open";

export type Personne = {
  id: number;
  langues: readonly string[];
  contratMinutes: number;
  minutesSemaine: number;
  moyenne: number | null;
  avis: number;
};

type Question = { agenceId: number; semaine: { start: Date; end: Date }; exclure?: number };

/** An agency's active intervenants by id: languages, contract, planned minutes of the week, reviews in any state. */
export async function selectPersonnes(db: Queryable, question: Question): Promise<Map<number, Personne>> {
  const { agenceId, semaine, exclure } = question;
  const [people, weeks, notes] = await Promise.all([
    db
      .select({
        id: intervenants.id,
        langues: intervenants.langues,
        contratMinutes: intervenants.contratMinutesSemaine,
      })
      .from(intervenants)
      .where(and(eq(intervenants.agenceId, agenceId), eq(intervenants.actif, true))),
    db
      .select({
        id: prestations.intervenantId,
        minutes: sql<number>`round(sum(extract(epoch from ${prestations.fin} - ${prestations.debut})) / 60)::integer`,
      })
      .from(prestations)
      .where(
        and(
          eq(prestations.agenceId, agenceId),
          isNotNull(prestations.intervenantId),
          ne(prestations.statut, "annulee"),
          gte(prestations.debut, semaine.start),
          lt(prestations.debut, semaine.end),
          exclure === undefined ? undefined : ne(prestations.id, exclure),
        ),
      )
      .groupBy(prestations.intervenantId),
    db
      .select({ id: prestations.intervenantId, nombre: count(), moyenne: avg(avis.note) })
      .from(avis)
      .innerJoin(prestations, eq(prestations.id, avis.prestationId))
      .where(and(eq(avis.agenceId, agenceId), isNotNull(prestations.intervenantId)))
      .groupBy(prestations.intervenantId),
  ]);
  const minutesOf = new Map(weeks.map(({ id, minutes }) => [id, minutes]));
  const notesOf = new Map(notes.map((row) => [row.id, row]));
  return new Map(
    people.map((one) => {
      const note = notesOf.get(one.id);
      return [
        one.id,
        {
          ...one,
          minutesSemaine: minutesOf.get(one.id) ?? 0,
          moyenne: note?.moyenne == null ? null : Number(note.moyenne),
          avis: note?.nombre ?? 0,
        },
      ];
    }),
  );
}

/** Names by id, whether in service or not. */
export async function selectNoms(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await opened(
    db,
    db
      .select({ id: intervenants.id, prenom: toOpen(intervenants.prenom), nom: toOpen(intervenants.nom) })
      .from(intervenants)
      .where(inArray(intervenants.id, [...new Set(ids)])),
  );
  return new Map(rows.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`.trim()]));
}

/** Whether somebody works for an agency. */
export async function worksFor(db: Queryable, intervenantId: number, agenceId: number): Promise<boolean> {
  const rows = await db
    .select({ id: intervenants.id })
    .from(intervenants)
    .where(
      and(
        eq(intervenants.id, intervenantId),
        eq(intervenants.agenceId, agenceId),
        eq(intervenants.actif, true),
      ),
    );
  return rows.length > 0;
}
