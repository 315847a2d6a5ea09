import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { answerReservation } from "./open-reservation";

/** One reservation with its visit. The reading is written to the log. Throws `notFound`. */
export const readReservation = query({
  name: "reservation.read",
  input: byId,
  run: ({ db, input, ctx, scope }) => answerReservation(db, ctx, scope, input.id),
  reads: ({ id, agence_id }) => ({ type: "reservation", id, agenceId: agence_id }),
});
