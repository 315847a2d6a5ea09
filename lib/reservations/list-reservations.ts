import { query } from "@/lib/foundation/operation";
import { presentAll } from "./open-reservation";
import { reservationList } from "./schemas";
import { listReservations as listRows } from "./store";

/** Reservations within reach, newest first. */
export const listReservations = query({
  name: "reservation.list",
  input: reservationList,
  run: async ({ db, input, ctx, scope }) => {
    // A search by name would tell an auditeur whose pseudonym a row is.
    const q = ctx.actor.role === "auditeur" ? undefined : input.q;
    const page = await listRows(db, scope, { ...input, q });
    return { ...page, results: await presentAll(db, ctx, page.results) };
  },
});
