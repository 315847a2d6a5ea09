import type { Tx } from "@/db/client";
import type { TypeEvenement } from "@/db/states";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { publishEvent } from "@/lib/foundation/evenement";
import type { Scope } from "@/lib/foundation/policy";
import { presentPrestation } from "./present";
import type { Prestation } from "./schemas";
import { findPrestation } from "./store";

/** The visit as it is after a write, in the caller's shape. */
export async function answerPrestation(tx: Tx, ctx: Context, scope: Scope, id: number): Promise<Prestation> {
  const file = await findPrestation(tx, scope, id);
  if (!file) throw new Refused("notFound");
  return presentPrestation(file, ctx);
}

/**
 * Tells those concerned, once the change is committed. `objetId`: what the type speaks of (`prestation.…`); `former`:
 * the intervenant who had the visit before, to be told too that it is no longer theirs.
 */
export function tell(
  tx: Tx,
  ctx: Context,
  type: TypeEvenement,
  objetId: number,
  former?: number | null,
): Promise<void> {
  return publishEvent(tx, ctx, { type, objetId, ancienIntervenantId: former ?? undefined });
}

/** Who had a visit that a change gives to somebody else, or to nobody; undefined when it stays theirs. */
export function formerOf(
  before: { intervenantId: number | null },
  wanted: number | null | undefined,
): number | undefined {
  const changes = wanted !== undefined && wanted !== before.intervenantId;
  return changes ? (before.intervenantId ?? undefined) : undefined;
}
