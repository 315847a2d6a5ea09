import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { instantOf } from "@/lib/foundation/zoned";
import { findIncident, type IncidentFile, lockIncident } from "./incident-store";
import { presentFile } from "./present";
import type { IncidentDetail } from "./schemas";

/** Locks an incident of which the caller knows `version`, if any. Throws `notFound` or `preconditionFailed`. */
export async function openIncident(
  tx: Tx,
  { id, version }: { id: number; version?: number },
): Promise<IncidentFile> {
  const found = await lockIncident(tx, id);
  if (!found) throw new Refused("notFound");
  if (version !== undefined && version !== found.incident.version) throw new Refused("preconditionFailed");
  return found;
}

/** The incident as it is after a write. */
export async function answerWith(tx: Tx, ctx: Context, id: number): Promise<IncidentDetail> {
  const file = await findIncident(tx, id);
  if (!file) throw new Refused("notFound");
  return presentFile(tx, file, ctx);
}

/** An instant that has passed: nothing is noticed or done tomorrow. Throws `validation` on the field. */
export function pastInstant(text: string, zone: string, field: string, now: Date): Date {
  const instant = instantOf(text, zone, field);
  // A minute of grace: the clock of a browser is not ours.
  if (instant.getTime() > now.getTime() + 60_000)
    throw new Refused("validation", { errors: [{ pointer: `/${field}`, code: "tooBig" }] });
  return instant;
}
