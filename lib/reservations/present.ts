import type { Context } from "@/lib/foundation/context";
import { withOffset } from "@/lib/foundation/zoned";
import type { Prestation } from "@/lib/prestations/schemas";
import type { Reservation } from "./schemas";
import type { ReservationRow } from "./store";

/** A reservation with its visit, times in the agency's zone; an auditeur reads no free text. */
export function presentReservation(row: ReservationRow, visit: Prestation, ctx: Context): Reservation {
  const hidden = ctx.actor.role === "auditeur";
  const at = (instant: Date) => withOffset(instant, visit.fuseau);
  return {
    id: row.id,
    agence_id: row.agenceId,
    client_id: row.clientId,
    prestation_id: row.prestationId,
    date: at(row.dateDemandee),
    statut: row.statut,
    motif: hidden ? "" : row.motif,
    message: hidden ? "" : row.message,
    expire_le: at(row.expireLe),
    decide_le: row.decideLe && at(row.decideLe),
    prestation: visit,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}
