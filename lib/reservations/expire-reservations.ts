import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { isConnectionLoss } from "@/lib/foundation/errors";
import { log } from "@/lib/foundation/log";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { tell } from "@/lib/prestations/answer-prestation";
import { decideHold, openHold } from "@/lib/prestations/hold-prestation";
import { unaskPrestation } from "@/lib/prestations/restore-prestation";
import { openPrestation } from "@/lib/prestations/write-prestation";
import { expiredPrestationIds } from "./store";

/**
 * Frees the slots of waiting reservations whose time is over, a hundred at a time in the order of visits; running it
 * twice does nothing more. One that fails is logged and left to the next run. `expirees`: how many were freed;
 * `suite`: the visit to go on `apres`, null when none is left.
 */
export const expireReservations = command({
  name: "reservation.expire",
  input: z.object({
    limite: z.number().int().min(1).max(500).default(100),
    apres: z.number().int().min(0).default(0),
  }),
  run: async ({ db, input, ctx, scope }) => {
    const ids = await expiredPrestationIds(db, ctx.now, input);
    const changes = [];
    for (const id of ids) changes.push(...(await expireApart(db, ctx, scope, id)));
    const expirees = changes.filter(({ objet }) => objet.type === "reservation").length;
    const suite = ids.length === input.limite ? (ids.at(-1) ?? null) : null;
    return { change: changes, result: { expirees, suite } };
  },
});

/** In a savepoint of its own: what goes wrong with one visit holds up no other. A lost connection ends the run. */
async function expireApart(tx: Tx, ctx: Context, scope: Scope, prestationId: number) {
  try {
    return await tx.transaction((savepoint) => expire(savepoint, ctx, scope, prestationId));
  } catch (err) {
    if (isConnectionLoss(err)) throw err;
    log.error({ err, prestationId, requestId: ctx.requestId }, "expiry failed");
    return [];
  }
}

/** What was read before the lock may have been decided since: only what still waits is freed. */
async function expire(tx: Tx, ctx: Context, scope: Scope, prestationId: number) {
  const locked = await openPrestation(tx, scope, prestationId);
  const hold = await openHold(tx, prestationId);
  if (hold?.statut !== "demandee" || hold.expireLe > ctx.now) return [];
  const waits = locked.prestation.statut === "planifiee";
  const visit = waits ? await unaskPrestation(tx, ctx, locked, hold, "") : undefined;
  const expired = await decideHold(tx, ctx, hold, "expiree", "", visit?.facts);
  await tell(tx, ctx, "reservation.expiree", hold.id);
  return [...(visit ? [visit.change] : []), expired];
}
