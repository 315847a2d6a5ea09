import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { OperationName } from "@/lib/foundation/policy";
import { assertTransition } from "./prestation";
import { type LockedPrestation, updatePrestationRow } from "./store";

/** A change of a visit, for the log. */
export type VisitChange = {
  action: OperationName;
  objet: { type: "prestation"; id: number; version: number };
  agenceId: number;
  data: Record<string, unknown>;
};

/**
 * Cancels a locked visit and so frees its slot; `frais` in cents. Throws `invalidTransition` once it has begun.
 */
export async function endPrestation(
  tx: Tx,
  ctx: Context,
  { prestation }: LockedPrestation,
  { motif, frais = 0 }: { motif: string; frais?: number },
): Promise<VisitChange> {
  assertTransition(prestation.statut, "annulee");
  const version = await updatePrestationRow(
    tx,
    prestation.id,
    {
      statut: "annulee",
      annulationMotif: motif,
      annuleePar: ctx.actor.id,
      annuleeLe: ctx.now,
      fraisAnnulation: frais,
    },
    ctx.now,
  );
  return {
    action: "prestation.cancel",
    objet: { type: "prestation", id: prestation.id, version },
    agenceId: prestation.agenceId,
    data: { from: prestation.statut, to: "annulee", frais, intervenant_id: prestation.intervenantId },
  };
}
