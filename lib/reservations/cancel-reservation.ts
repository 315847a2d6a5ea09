import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { tell } from "@/lib/prestations/answer-prestation";
import { endPrestation } from "@/lib/prestations/end-prestation";
import { decideHold } from "@/lib/prestations/hold-prestation";
import { noticeLimit } from "@/lib/prestations/prestation";
import { unaskPrestation } from "@/lib/prestations/restore-prestation";
import { answerReservation, openReservation } from "./open-reservation";
import { reservationCancel } from "./schemas";

/**
 * Takes a reservation back: the slot is free, and its visit is cancelled, or back where it was confirmed when the
 * request was to move it. A client may take back a waiting one at any time, an accepted one until the agency's notice
 * (`cancelTooLate`).
 */
export const cancelReservation = command({
  name: "reservation.cancel",
  input: reservationCancel,
  run: async ({ db, input, ctx, scope }) => {
    const { locked, hold } = await openReservation(db, scope, input, "annulee");
    const limit = noticeLimit(locked.prestation.debut, locked.agence.preavisAnnulationHeures);
    if (scope.reach === "own" && hold.statut === "acceptee" && ctx.now > limit)
      throw new Refused("cancelTooLate");
    const { change: visit, facts } =
      hold.statut === "demandee"
        ? await unaskPrestation(db, ctx, locked, hold, input.motif)
        : { change: await endPrestation(db, ctx, locked, { motif: input.motif }), facts: {} };
    const cancelled = await decideHold(db, ctx, hold, "annulee", input.motif, facts);
    await tell(db, ctx, "reservation.annulee", hold.id);
    return { change: [visit, cancelled], result: await answerReservation(db, ctx, scope, hold.id) };
  },
});
