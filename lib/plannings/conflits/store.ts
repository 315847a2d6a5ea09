import { and, eq, gt, inArray, lt } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { absences, competences, disponibilites } from "@/db/schema/intervenants";
import type { Personne } from "./conflits";

const minutesOfClock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** Skills, hours and approved absences of people around a week, in three statements whatever their number. */
export async function selectPersonnes(
  db: Queryable,
  ids: readonly number[],
  week: { debut: Date; fin: Date },
): Promise<Personne[]> {
  const who = [...ids];
  if (who.length === 0) return [];
  const [skills, hours, away] = await Promise.all([
    db
      .select({ intervenantId: competences.intervenantId, code: activites.code })
      .from(competences)
      .innerJoin(activites, eq(activites.id, competences.activiteId))
      .where(inArray(competences.intervenantId, who)),
    db.select().from(disponibilites).where(inArray(disponibilites.intervenantId, who)),
    db
      .select({ intervenantId: absences.intervenantId, debut: absences.debut, fin: absences.fin })
      .from(absences)
      .where(
        and(
          inArray(absences.intervenantId, who),
          eq(absences.statut, "approuvee"),
          lt(absences.debut, week.fin),
          gt(absences.fin, week.debut),
        ),
      ),
  ]);
  const skillsOf = Map.groupBy(skills, ({ intervenantId }) => intervenantId);
  const hoursOf = Map.groupBy(hours, ({ intervenantId }) => intervenantId);
  const awayOf = Map.groupBy(away, ({ intervenantId }) => intervenantId);
  return who.map((id) => ({
    id,
    competences: new Set((skillsOf.get(id) ?? []).map(({ code }) => code)),
    disponibilites: (hoursOf.get(id) ?? []).map(({ jour, heureDebut, heureFin, du, au }) => ({
      jour,
      debutMin: minutesOfClock(heureDebut),
      finMin: minutesOfClock(heureFin),
      du,
      au,
    })),
    absences: (awayOf.get(id) ?? []).map(({ debut, fin }) => ({
      debut: debut.getTime(),
      fin: fin.getTime(),
    })),
  }));
}
