import { command } from "@/lib/foundation/operation";
import { tell } from "@/lib/prestations/answer-prestation";
import { decideHold } from "@/lib/prestations/hold-prestation";
import { unaskPrestation } from "@/lib/prestations/restore-prestation";
import { answerReservation, openReservation } from "./open-reservation";
import { reservationRefuse } from "./schemas";

/**
 * Refuses a waiting reservation: the slot is free. A visit that its client had moved goes back where it was confirmed,
 * if that is still possible; any other is cancelled for the same reason.
 */
export const refuseReservation = command({
  name: "reservation.refuse",
  input: reservationRefuse,
  run: async ({ db, input, ctx, scope }) => {
    const { locked, hold } = await openReservation(db, scope, input, "refusee");
    const { change: visit, facts } = await unaskPrestation(db, ctx, locked, hold, input.motif);
    const refused = await decideHold(db, ctx, hold, "refusee", input.motif, facts);
    await tell(db, ctx, "reservation.refusee", hold.id);
    return { change: [visit, refused], result: await answerReservation(db, ctx, scope, hold.id) };
  },
});
