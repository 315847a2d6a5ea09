import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { forgetAlerte } from "@/lib/notifications/forget-alerte";
import { deadlineOf, isOpen } from "./demande";
import { updateDemande } from "./demande-store";
import { demandeProlongation } from "./schemas";
import { answerWith, openDemande, tellDemande } from "./write-demande";

/**
 * Takes two more months for a complex request, once, for a reason that the person is told within the first month (GDPR
 * art. 12(3)). Throws `alreadyExtended`, `deadlinePassed`, or `invalidTransition` once it was answered.
 */
export const prolongDemande = command({
  name: "rgpd.prolong",
  input: demandeProlongation,
  run: async ({ db, input, ctx, scope }) => {
    const { demande, fuseau } = await openDemande(db, scope, input);
    const { id, statut, recueLe } = demande;
    if (!isOpen(statut))
      throw new Refused("invalidTransition", {
        params: { from: statut, to: statut, allowed: "none" },
        extra: { allowed: [] },
      });
    if (demande.prolongeeLe) throw new Refused("alreadyExtended");
    if (civilDay(ctx.now, fuseau) > demande.echeance) throw new Refused("deadlinePassed");
    const echeance = deadlineOf(recueLe, true);
    const values = { echeance, prolongationMotif: input.motif, prolongeeLe: ctx.now };
    const version = await updateDemande(db, demande, values, ctx.now);
    // The new deadline has a warning of its own.
    await forgetAlerte(db, "droits_echeance", id);
    await tellDemande(db, ctx, "prolongee", id);
    return {
      change: {
        objet: { type: "rgpd", id, version },
        agenceId: demande.agenceId,
        data: { type: demande.type, from: demande.echeance, to: echeance },
      },
      result: await answerWith(db, ctx, scope, id),
    };
  },
});
