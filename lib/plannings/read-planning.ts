import { parseDate } from "@internationalized/date";
import type { z } from "zod";
import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay, daySpan, isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { findAgence } from "@/lib/organisation/find-agence";
import { prestationsBetween } from "@/lib/prestations/find-prestations";
import { presentIntervenants } from "./present";
import { type Planning, planningRead } from "./schemas";
import { findIntervenant, type IntervenantRow, selectIntervenants, selectWorkTimes } from "./store";

type Input = z.output<typeof planningRead>;
type Subject = { agenceId: number; fuseau: string; people: IntervenantRow[]; intervenantId?: number };

/**
 * The week of an intervenant, or of an agency with its unassigned visits. An intervenant reads their own week only; any other
 * reading is written to the log.
 * Throws `notFound` when absent or out of reach, `validation` on a week that does not exist.
 */
export const readPlanning = query({
  name: "planning.read",
  input: planningRead,
  run: async ({ db, input, ctx, scope }): Promise<Planning> => {
    const subject = await subjectOf(db, scope, input);
    const { fuseau, people } = subject;
    const semaine = input.semaine ?? isoWeek(civilDay(ctx.now, fuseau));
    const du = mondayOf(semaine);
    if (!du) throw new Refused("validation", { errors: [{ pointer: "/semaine", code: "invalidDate" }] });
    const au = parseDate(du).add({ days: 6 }).toString();
    const { start: debut, end: fin } = daySpan(du, 7, fuseau);
    const ids = people.map(({ id }) => id);
    const who = subject.intervenantId
      ? { intervenantId: subject.intervenantId }
      : { agenceId: subject.agenceId };
    const [visits, times] = await Promise.all([
      prestationsBetween(db, ctx, { debut, fin }, who),
      selectWorkTimes(db, ids, { debut, fin, du, au }),
    ]);
    return {
      semaine,
      semaine_precedente: isoWeek(parseDate(du).subtract({ days: 7 }).toString()),
      semaine_suivante: isoWeek(parseDate(du).add({ days: 7 }).toString()),
      du,
      au,
      fuseau,
      agence_id: subject.agenceId,
      intervenants: presentIntervenants({ people, visits, times, fuseau }, ctx),
      prestations: visits,
    };
  },
  reads: ({ agence_id: agenceId, semaine }, { intervenant_id: id }) => {
    const week = { agenceId, data: { semaine } };
    return id === undefined
      ? { type: "agence", id: agenceId, ...week }
      : { type: "intervenant", id, ...week };
  },
});

async function subjectOf(db: Queryable, scope: Scope, input: Input): Promise<Subject> {
  const id = input.intervenant_id ?? (scope.reach === "own" ? scope.intervenantId : null);
  if (id !== null) {
    const found = await findIntervenant(db, scope, id);
    if (!found) throw new Refused("notFound");
    const { intervenant, fuseau } = found;
    return { agenceId: intervenant.agenceId, fuseau, people: [intervenant], intervenantId: id };
  }
  if (scope.reach === "own") throw new Refused("notFound");
  const agence = await findAgence(db, scope, input.agence_id);
  if (!agence) throw new Refused("notFound");
  return {
    agenceId: agence.id,
    fuseau: agence.fuseau,
    people: await selectIntervenants(db, agence.id),
  };
}
