import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Agence } from "./agenda-store";
import { insertHold, lockActiveHold, updateHold } from "./reservation-store";

/** A change of a reservation, for the log. */
export type HoldChange = {
  action?: string;
  objet: { type: "reservation"; id: number; version: number };
  agenceId: number;
  data: Record<string, unknown>;
};

type Held = { id: number; agenceId: number; clientId: number; debut: Date };

/** Until when a requested slot stays held: the agency's time, never past the start of a visit to come. */
export function holdLimit(agence: Pick<Agence, "retenueHeures">, debut: Date, now: Date): Date {
  const limit = new Date(now.getTime() + agence.retenueHeures * 3_600_000);
  return debut > now && debut < limit ? debut : limit;
}

/** Asks for a visit: a waiting reservation that holds its slot. The database refuses a second one. */
export async function holdPrestation(
  tx: Tx,
  ctx: Context,
  agence: Agence,
  visit: Held,
  message = "",
): Promise<HoldChange> {
  const expireLe = holdLimit(agence, visit.debut, ctx.now);
  const id = await insertHold(tx, {
    agenceId: visit.agenceId,
    clientId: visit.clientId,
    prestationId: visit.id,
    dateDemandee: visit.debut,
    message,
    expireLe,
    creePar: ctx.actor.id,
    creeLe: ctx.now,
    modifieLe: ctx.now,
  });
  const data = {
    client_id: visit.clientId,
    prestation_id: visit.id,
    date: visit.debut.toISOString(),
    expire_le: expireLe.toISOString(),
  };
  return { objet: { type: "reservation", id, version: 1 }, agenceId: visit.agenceId, data };
}

/** Ends the active reservation of a locked visit, if it has one. */
export async function releaseHold(
  tx: Tx,
  ctx: Context,
  prestationId: number,
  motif: string,
): Promise<HoldChange | undefined> {
  const hold = await lockActiveHold(tx, prestationId);
  if (!hold) return undefined;
  const version = await updateHold(
    tx,
    hold.id,
    { statut: "annulee", motif, decidePar: ctx.actor.id, decideLe: ctx.now },
    ctx.now,
  );
  return {
    action: "reservation.cancel",
    objet: { type: "reservation", id: hold.id, version },
    agenceId: hold.agenceId,
    data: { from: hold.statut, to: "annulee", prestation_id: prestationId },
  };
}
