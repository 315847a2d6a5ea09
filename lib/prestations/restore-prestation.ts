import type { Tx } from "@/db/client";
import { activiteById } from "@/lib/activites/match-activite";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { findAdresse, findClientPlace } from "./agenda-store";
import { endPrestation, type VisitChange } from "./end-prestation";
import type { HoldRow } from "./hold-prestation";
import { type Demande, placePrestation, priceOfMinutes } from "./place-prestation";
import { minutesBetween } from "./present";
import { assertTransition } from "./prestation";
import { guardSlot } from "./slot-taken";
import { type LockedPrestation, type PrestationRow, updatePrestationRow } from "./store";

type Slot = { debut: Date; fin: Date; intervenantId: number | null };

/** What became of the visit, and what the reservation's line says of it: nothing when it had no slot before. */
export type Unasked = { change: VisitChange; facts: { restored?: boolean } };

/**
 * Undoes a request that was not granted: a visit that was confirmed elsewhere goes back there if that slot is to come
 * and still free; any other is cancelled and frees its slot. Throws `invalidTransition` once it has begun.
 */
export async function unaskPrestation(
  tx: Tx,
  ctx: Context,
  locked: LockedPrestation,
  hold: HoldRow,
  motif: string,
): Promise<Unasked> {
  const slot = slotBefore(hold);
  const restored = slot && slot.debut > ctx.now ? await restore(tx, ctx, locked, slot) : undefined;
  const change = restored ?? (await endPrestation(tx, ctx, locked, { motif }));
  return { change, facts: slot ? { restored: restored !== undefined } : {} };
}

function slotBefore({ datePrecedente, finPrecedente, intervenantPrecedentId }: HoldRow): Slot | undefined {
  if (!datePrecedente || !finPrecedente) return undefined;
  return { debut: datePrecedente, fin: finPrecedente, intervenantId: intervenantPrecedentId };
}

/** Undefined when the slot is no longer free: the savepoint takes back what was tried, the request goes on. */
async function restore(
  tx: Tx,
  ctx: Context,
  { prestation }: LockedPrestation,
  slot: Slot,
): Promise<VisitChange | undefined> {
  assertTransition(prestation.statut, "confirmee");
  const demande = await demandeAt(tx, prestation, slot);
  // Agreed once already: what only warns does not stand in the way, what forbids does.
  const asker = { staff: true, derogation: "agreed before" };
  const values = {
    debut: slot.debut,
    fin: slot.fin,
    intervenantId: slot.intervenantId,
    statut: "confirmee" as const,
    prixTtc: priceOfMinutes(prestation, demande.dureeMin),
  };
  try {
    const version = await tx.transaction(async (savepoint) => {
      await placePrestation(savepoint, ctx, demande, asker);
      return guardSlot(demande, () => updatePrestationRow(savepoint, prestation.id, values, ctx.now));
    });
    return restoredChange(prestation, slot, version);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

async function demandeAt(tx: Tx, prestation: PrestationRow, slot: Slot): Promise<Demande> {
  const [place, adresse, activite] = await Promise.all([
    findClientPlace(tx, prestation.clientId),
    findAdresse(tx, prestation.adresseId),
    activiteById(tx, prestation.activiteId),
  ]);
  if (!place || !adresse || !activite) throw new Error(`visit ${prestation.id} has no place or activity`);
  return {
    place: { ...place, adresse },
    activite,
    debut: slot.debut,
    dureeMin: minutesBetween(slot.debut, slot.fin),
    intervenantId: slot.intervenantId,
    exclure: prestation.id,
  };
}

const restoredChange = (prestation: PrestationRow, slot: Slot, version: number): VisitChange => ({
  action: "prestation.move",
  objet: { type: "prestation", id: prestation.id, version },
  agenceId: prestation.agenceId,
  data: {
    from: prestation.statut,
    to: "confirmee",
    restored: true,
    before: prestation.debut.toISOString(),
    date: slot.debut.toISOString(),
    intervenant_id: slot.intervenantId,
  },
});
