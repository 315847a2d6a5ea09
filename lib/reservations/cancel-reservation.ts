import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { tell } from "@/lib/prestations/answer-prestation";
import { endPrestation } from "@/lib/prestations/end-prestation";
import { decideHold } from "@/lib/prestations/hold-prestation";
import { noticeLimit } from "@/lib/prestations/prestation";
import { answerReservation, openReservation } from "./open-reservation";
import { reservationCancel } from "./schemas";

/**
 * Takes a reservation back: its visit is cancelled and the slot is free. A client may take back a waiting one at any
 * time, an accepted one until the agency's notice (`cancelTooLate`).
 */
export const cancelReservation = command({
  name: "reservation.cancel",
  input: reservationCancel,
  run: async ({ db, input, ctx, scope }) => {
    const { locked, hold } = await openReservation(db, scope, input, "annulee");
    const limit = noticeLimit(locked.prestation.debut, locked.agence.preavisAnnulationHeures);
    if (scope.reach === "own" && hold.statut === "acceptee" && ctx.now > limit)
      throw new Refused("cancelTooLate");
    const visit = await endPrestation(db, ctx, locked, { motif: input.motif });
    const cancelled = await decideHold(db, ctx, hold, "annulee", input.motif);
    await tell(db, ctx, "reservation.annulee", hold.id);
    return { change: [visit, cancelled], result: await answerReservation(db, ctx, scope, hold.id) };
  },
});
