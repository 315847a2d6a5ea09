import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { OperationName } from "@/lib/foundation/policy";
import type { Agence } from "./agenda-store";
import { type HoldRow, insertHold, lockActiveHold, updateHold } from "./reservation-store";

export type { HoldRow } from "./reservation-store";

/** A change of a reservation, for the log. */
export type HoldChange = {
  action: OperationName;
  objet: { type: "reservation"; id: number; version: number };
  agenceId: number;
  data: Record<string, unknown>;
};

type Held = { id: number; agenceId: number; clientId: number; debut: Date };

/** The confirmed slot that a visit leaves when its client asks to move it. */
export type FormerSlot = Pick<HoldRow, "datePrecedente" | "finPrecedente" | "intervenantPrecedentId">;

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
  former?: FormerSlot,
): Promise<HoldChange> {
  const expireLe = holdLimit(agence, visit.debut, ctx.now);
  const id = await insertHold(tx, {
    agenceId: visit.agenceId,
    clientId: visit.clientId,
    prestationId: visit.id,
    dateDemandee: visit.debut,
    message,
    expireLe,
    ...former,
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
  return {
    action: "reservation.create",
    objet: { type: "reservation", id, version: 1 },
    agenceId: visit.agenceId,
    data,
  };
}

/** The waiting or accepted reservation of a visit whose row is already locked, locked too. */
export function openHold(tx: Tx, prestationId: number): Promise<HoldRow | undefined> {
  return lockActiveHold(tx, prestationId);
}

const actions = {
  acceptee: "reservation.accept",
  refusee: "reservation.refuse",
  annulee: "reservation.cancel",
  expiree: "reservation.expire",
} as const satisfies Record<string, OperationName>;

/** Writes the decision on a locked reservation; `facts` go to the log beside it. */
export async function decideHold(
  tx: Tx,
  ctx: Context,
  hold: HoldRow,
  statut: keyof typeof actions,
  motif = "",
  facts: Record<string, unknown> = {},
): Promise<HoldChange> {
  const values = { statut, motif, decidePar: ctx.actor.id, decideLe: ctx.now };
  const version = await updateHold(tx, hold.id, values, ctx.now);
  return {
    action: actions[statut],
    objet: { type: "reservation", id: hold.id, version },
    agenceId: hold.agenceId,
    data: { from: hold.statut, to: statut, prestation_id: hold.prestationId, ...facts },
  };
}

/** Cancels the active reservation of a locked visit, if it has one; the caller may have opened it already. */
export async function releaseHold(
  tx: Tx,
  ctx: Context,
  prestationId: number,
  motif: string,
  opened?: HoldRow,
): Promise<HoldChange[]> {
  const hold = opened ?? (await openHold(tx, prestationId));
  return hold ? [await decideHold(tx, ctx, hold, "annulee", motif)] : [];
}

/** Accepts the waiting reservation of a locked visit that staff confirm or start by another way. */
export async function settleHold(tx: Tx, ctx: Context, prestationId: number): Promise<HoldChange[]> {
  const hold = await openHold(tx, prestationId);
  return hold?.statut === "demandee" ? [await decideHold(tx, ctx, hold, "acceptee")] : [];
}
