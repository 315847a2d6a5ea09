import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { withOffset } from "@/lib/foundation/zoned";
import type { Prestation } from "@/lib/prestations/schemas";
import type { Planning } from "./schemas";
import type { IntervenantRow, WorkTimes } from "./store";

type Week = {
  people: readonly IntervenantRow[];
  visits: readonly Prestation[];
  times: WorkTimes;
  fuseau: string;
};

/** Each person's week; to an auditeur people are pseudonyms and the kind of absence (health) is not said. */
export function presentIntervenants(week: Week, ctx: Context): Planning["intervenants"] {
  const hidden = ctx.actor.role === "auditeur";
  const visits = Map.groupBy(week.visits, ({ intervenant_id }) => intervenant_id);
  const absences = Map.groupBy(week.times.absences, ({ intervenantId }) => intervenantId);
  const hours = Map.groupBy(week.times.hours, ({ intervenantId }) => intervenantId);
  return week.people.map((person) => ({
    id: person.id,
    prenom: hidden ? "" : person.prenom,
    nom: hidden ? pseudonym("intervenant", person.id) : person.nom,
    secteur: hidden ? "" : person.secteur,
    heures_prevues_min: plannedMinutes(visits.get(person.id) ?? []),
    contrat_minutes_semaine: person.contratMinutesSemaine,
    absences: (absences.get(person.id) ?? []).map(({ debut, fin, type }) => ({
      debut: withOffset(new Date(debut), week.fuseau),
      fin: withOffset(new Date(fin), week.fuseau),
      type: hidden ? ("autre" as const) : type,
    })),
    disponibilites: (hours.get(person.id) ?? []).map(({ jour, heureDebut, heureFin }) => ({
      jour,
      heure_debut: heureDebut.slice(0, 5),
      heure_fin: heureFin.slice(0, 5),
    })),
  }));
}

const plannedMinutes = (visits: readonly Prestation[]) =>
  visits.reduce((sum, { duree }) => sum + Math.round(duree * 60), 0);
