import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { findAbsence, writeAbsenceState } from "./absence-store";
import { lockAgenda } from "./disponibilite-store";
import { presentAbsence } from "./present-agenda";
import { absenceById } from "./schemas";

/**
 * Gives an absence up, decided or not. Visits that went to others for it stay with them, and the answer says how many:
 * each was promised to somebody. Throws `notFound`, `invalidTransition` when it was refused or given up before.
 */
export const withdrawAbsence = command({
  name: "absence.withdraw",
  input: absenceById,
  run: async ({ db, input: { id }, ctx, scope }) => {
    const before = await findAbsence(db, scope, id);
    if (!before) throw new Refused("notFound");
    await lockAgenda(db, before.intervenantId);
    const to = "retiree" as const;
    const written = await writeAbsenceState(db, id, { from: ["demandee", "approuvee"], to, now: ctx.now });
    const after = await findAbsence(db, scope, id);
    if (!after) throw new Refused("notFound");
    if (!written)
      throw new Refused("invalidTransition", {
        params: { from: after.statut, to, allowed: "none" },
        extra: { allowed: [] },
      });
    await enqueue(db, "notification.create", {
      type: "absence.retiree",
      objet_id: id,
      acteur_id: ctx.actor.id,
    });
    return {
      change: {
        objet: { type: "absence", id },
        agenceId: after.agenceId,
        data: {
          intervenant_id: after.intervenantId,
          statut: to,
          prestations_remplacees: after.remplacees,
        },
      },
      result: presentAbsence(after, ctx),
    };
  },
});
