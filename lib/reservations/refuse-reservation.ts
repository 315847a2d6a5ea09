import { command } from "@/lib/foundation/operation";
import { tell } from "@/lib/prestations/answer-prestation";
import { endPrestation } from "@/lib/prestations/end-prestation";
import { decideHold } from "@/lib/prestations/hold-prestation";
import { answerReservation, openReservation } from "./open-reservation";
import { reservationRefuse } from "./schemas";

/** Refuses a waiting reservation: its visit is cancelled for the same reason and the slot is free. */
export const refuseReservation = command({
  name: "reservation.refuse",
  input: reservationRefuse,
  run: async ({ db, input, ctx, scope }) => {
    const { locked, hold } = await openReservation(db, scope, input, "refusee");
    const visit = await endPrestation(db, ctx, locked, { motif: input.motif });
    const refused = await decideHold(db, ctx, hold, "refusee", input.motif);
    await tell(db, ctx, "reservation.refusee", hold.id);
    return { change: [visit, refused], result: await answerReservation(db, ctx, scope, hold.id) };
  },
});
