import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { findAbsence, writeAbsenceState } from "./absence-store";
import { lockAgenda } from "./disponibilite-store";
import { presentAbsence } from "./present-agenda";
import { absenceDecision } from "./schemas";

/**
 * Approves or refuses an absence that waits. The answer says how many planned visits someone else must make. Throws
 * `notFound`, `invalidTransition` when it was decided before.
 */
export const decideAbsence = command({
  name: "absence.decide",
  input: absenceDecision,
  run: async ({ db, input, ctx, scope }) => {
    const { id, decision } = input;
    const before = await findAbsence(db, scope, id);
    if (!before) throw new Refused("notFound");
    await lockAgenda(db, before.intervenantId);
    const decided = await writeAbsenceState(db, id, { from: ["demandee"], to: decision, now: ctx.now });
    const after = await findAbsence(db, scope, id);
    if (!after) throw new Refused("notFound");
    if (!decided)
      throw new Refused("invalidTransition", {
        params: { from: after.statut, to: decision, allowed: "none" },
        extra: { allowed: [] },
      });
    await enqueue(db, "notification.create", {
      type: `absence.${decision}`,
      objet_id: id,
      acteur_id: ctx.actor.id,
    });
    return {
      change: {
        objet: { type: "absence", id },
        agenceId: after.agenceId,
        data: {
          intervenant_id: after.intervenantId,
          statut: decision,
          prestations_a_remplacer: after.aRemplacer,
        },
      },
      result: presentAbsence(after, ctx),
    };
  },
});
