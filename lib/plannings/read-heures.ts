import { parseDate } from "@internationalized/date";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { civilDay, startOfDay } from "@/lib/foundation/zoned";
import { selectHeures } from "./heures-store";
import { type Heures, type HeuresDuJour, heuresRead } from "./schemas-heures";
import { findIntervenant } from "./store";

/**
 * An intervenant's hours of a month: planned, clocked, validated. Their own for an intervenant; any other reading is
 * written to the log. Throws `notFound` when absent or out of reach.
 */
export const readHeures = query({
  name: "heures.read",
  input: heuresRead,
  run: async ({ db, input, ctx, scope }): Promise<Heures> => {
    const id = input.intervenant_id ?? (scope.reach === "own" ? scope.intervenantId : null);
    const found = id === null ? undefined : await findIntervenant(db, scope, id);
    if (!found) throw new Refused("notFound");
    const { intervenant, fuseau } = found;
    const mois = input.mois ?? civilDay(ctx.now, fuseau).slice(0, 7);
    const first = parseDate(`${mois}-01`);
    const after = first.add({ months: 1 });
    const span = { debut: startOfDay(first, fuseau), fin: startOfDay(after, fuseau), fuseau };
    const jours = await selectHeures(db, intervenant.id, span);
    return {
      intervenant_id: intervenant.id,
      agence_id: intervenant.agenceId,
      mois,
      mois_precedent: first.subtract({ months: 1 }).toString().slice(0, 7),
      mois_suivant: after.toString().slice(0, 7),
      fuseau,
      contrat_minutes_semaine: intervenant.contratMinutesSemaine,
      jours,
      total: totalOf(jours),
    };
  },
  reads: ({ intervenant_id, agence_id, mois }) => ({
    type: "intervenant",
    id: intervenant_id,
    agenceId: agence_id,
    data: { mois },
  }),
});

function totalOf(jours: readonly HeuresDuJour[]): Heures["total"] {
  const sum = (of: (one: HeuresDuJour) => number) => jours.reduce((total, one) => total + of(one), 0);
  return {
    visites: sum((one) => one.visites),
    prevues_min: sum((one) => one.prevues_min),
    pointees_min: sum((one) => one.pointees_min),
    validees_min: sum((one) => one.validees_min),
  };
}
