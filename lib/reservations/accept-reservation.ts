import { command } from "@/lib/foundation/operation";
import { tell } from "@/lib/prestations/answer-prestation";
import { confirmPrestation, reschedulePrestation } from "@/lib/prestations/confirm-prestation";
import { decideHold } from "@/lib/prestations/hold-prestation";
import { suggesting } from "@/lib/prestations/slot-taken";
import { answerReservation, openReservation } from "./open-reservation";
import { reservationAccept } from "./schemas";

/** Accepts a waiting reservation: its visit is confirmed, by `intervenant_id` when one is given. */
export const acceptReservation = suggesting(
  command({
    name: "reservation.accept",
    input: reservationAccept,
    run: async ({ db, input, ctx, scope }) => {
      const { locked, hold } = await openReservation(db, scope, input, "acceptee");
      const visit =
        input.intervenant_id === undefined || input.intervenant_id === locked.prestation.intervenantId
          ? await confirmPrestation(db, ctx, scope, locked)
          : (
              await reschedulePrestation(db, ctx, scope, {
                locked,
                change: { intervenantId: input.intervenant_id },
                asker: { staff: true, derogation: input.derogation },
                statut: "confirmee",
              })
            ).change;
      const accepted = await decideHold(db, ctx, hold, "acceptee");
      await tell(db, ctx, "reservation.acceptee", hold.id);
      return {
        change: [visit, accepted],
        result: await answerReservation(db, ctx, scope, hold.id),
      };
    },
  }),
);
