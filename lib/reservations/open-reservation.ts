import type { Queryable, Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { findPrestations } from "@/lib/prestations/find-prestations";
import { type HoldRow, openHold } from "@/lib/prestations/hold-prestation";
import { type LockedPrestation, openPrestation } from "@/lib/prestations/write-prestation";
import { presentReservation } from "./present";
import { assertTransition } from "./reservation";
import type { EtatReservation, Reservation } from "./schemas";
import { findReservation, type ReservationRow } from "./store";

/** Reservations in the caller's shape, visits read in one statement. */
export async function presentAll(
  db: Queryable,
  ctx: Context,
  rows: readonly ReservationRow[],
): Promise<Reservation[]> {
  const ids = [...new Set(rows.map(({ prestationId }) => prestationId))];
  const visits = await findPrestations(db, ctx, ids);
  return rows.flatMap((row) => {
    const visit = visits.get(row.prestationId);
    return visit ? [presentReservation(row, visit, ctx)] : [];
  });
}

/** One reservation as it is now. Throws `notFound` when absent or out of reach. */
export async function answerReservation(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  id: number,
): Promise<Reservation> {
  const row = await findReservation(db, scope, id);
  const [answer] = row ? await presentAll(db, ctx, [row]) : [];
  if (!answer) throw new Refused("notFound");
  return answer;
}

/**
 * Locks a reservation that is about to become `to`: its visit first, as every write does, so that a decision and an
 * expiry of the same one wait for each other. Throws `notFound`, `preconditionFailed` or `invalidTransition`.
 */
export async function openReservation(
  tx: Tx,
  scope: Scope,
  input: { id: number; version?: number },
  to: EtatReservation,
): Promise<{ locked: LockedPrestation; hold: HoldRow }> {
  const seen = await findReservation(tx, scope, input.id);
  if (!seen) throw new Refused("notFound");
  const locked = await openPrestation(tx, scope, seen.prestationId);
  const hold = await openHold(tx, seen.prestationId);
  const current = hold?.id === input.id ? hold : await findReservation(tx, scope, input.id);
  if (!current) throw new Refused("notFound");
  if (input.version !== undefined && input.version !== current.version)
    throw new Refused("preconditionFailed");
  assertTransition(current.statut, to);
  return { locked, hold: current };
}
