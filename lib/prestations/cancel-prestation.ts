import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { answerPrestation, tell } from "./answer-prestation";
import { endPrestation } from "./end-prestation";
import { releaseHold } from "./hold-prestation";
import { cancellationFee, noticeLimit } from "./prestation";
import { prestationCancel } from "./schemas";
import { openPrestation } from "./write-prestation";

/**
 * Cancels a visit and its reservation. A client may until the agency's notice (`cancelTooLate` afterwards); staff
 * always, and may charge the agency's fee once the notice has passed (`frais`).
 */
export const cancelPrestation = command({
  name: "prestation.cancel",
  input: prestationCancel,
  run: async ({ db, input, ctx, scope }) => {
    const locked = await openPrestation(db, scope, input.id, input.version);
    const { prestation, agence } = locked;
    const notice = agence.preavisAnnulationHeures;
    const isClient = scope.reach === "own";
    if (isClient && ctx.now > noticeLimit(prestation.debut, notice)) throw new Refused("cancelTooLate");
    const frais =
      input.frais && !isClient
        ? cancellationFee({
            debut: prestation.debut,
            prixTtc: prestation.prixTtc,
            noticeHours: notice,
            feeBp: agence.fraisAnnulationBp,
            now: ctx.now,
          })
        : 0;
    const change = await endPrestation(db, ctx, locked, { motif: input.motif, frais });
    const released = await releaseHold(db, ctx, prestation.id, input.motif);
    await tell(db, ctx, "prestation.annulee", prestation.id);
    return {
      change: [change, ...released],
      result: await answerPrestation(db, ctx, scope, prestation.id),
    };
  },
});
