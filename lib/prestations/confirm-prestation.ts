import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import type { VisitChange } from "./end-prestation";
import { assertTransition } from "./prestation";
import type { EtatPrestation } from "./schemas";
import { guardSlot } from "./slot-taken";
import { type LockedPrestation, updatePrestationRow } from "./store";
import { type Asker, type Change, checkConfirmed, replanPrestation } from "./write-prestation";

/** Confirms a locked visit as it stands. Throws `invalidTransition`, or the name of a working-time rule that blocks. */
export async function confirmPrestation(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  locked: LockedPrestation,
): Promise<VisitChange> {
  const { prestation } = locked;
  assertTransition(prestation.statut, "confirmee");
  await checkConfirmed(tx, ctx, scope, locked);
  const version = await updatePrestationRow(tx, prestation.id, { statut: "confirmee" }, ctx.now);
  return {
    action: "prestation.update",
    objet: { type: "prestation", id: prestation.id, version },
    agenceId: prestation.agenceId,
    data: { from: prestation.statut, to: "confirmee", intervenant_id: prestation.intervenantId },
  };
}

/**
 * Replans a locked visit and writes it, in state `statut` when given. Returns the change and the visit's start.
 * Throws what `replanPrestation` throws.
 */
export async function reschedulePrestation(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  request: { locked: LockedPrestation; change: Change; asker: Asker; statut?: EtatPrestation },
): Promise<{ change: VisitChange; debut: Date }> {
  const { prestation } = request.locked;
  if (request.statut && request.statut !== prestation.statut)
    assertTransition(prestation.statut, request.statut);
  const { values, facts, demande } = await replanPrestation(tx, ctx, scope, request);
  const version = await guardSlot(demande, () =>
    updatePrestationRow(
      tx,
      prestation.id,
      { ...values, statut: request.statut, ...(prestation.serieId !== null && { serieModifiee: true }) },
      ctx.now,
    ),
  );
  const states = request.statut ? { from: prestation.statut, to: request.statut } : {};
  return {
    change: {
      action: "prestation.move",
      objet: { type: "prestation", id: prestation.id, version },
      agenceId: prestation.agenceId,
      data: { ...facts, ...states, before: prestation.debut.toISOString() },
    },
    debut: demande.debut,
  };
}
