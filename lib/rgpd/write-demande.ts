import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import type { Scope } from "@/lib/foundation/policy";
import { findDemande, lockDemande } from "./demande-store";
import { presentDemande } from "./present";
import { withPersonNow } from "./rectification/person-now";
import type { Demande } from "./schemas";

/** Locks a request of which the caller knows `version`, if any. Throws `notFound` or `preconditionFailed`. */
export async function openDemande(tx: Tx, scope: Scope, { id, version }: { id: number; version?: number }) {
  const found = await lockDemande(tx, scope, id);
  if (!found) throw new Refused("notFound");
  if (version !== undefined && version !== found.demande.version) throw new Refused("preconditionFailed");
  return found;
}

/** The request as it is after a write, in the caller's shape. */
export async function answerWith(tx: Tx, ctx: Context, scope: Scope, id: number): Promise<Demande> {
  const file = await findDemande(tx, scope, id);
  if (!file) throw new Refused("notFound");
  return presentDemande(await withPersonNow(tx, ctx, scope, file), ctx);
}

/** Tells the person and the team, once the change is committed. */
export const tellDemande = (tx: Tx, ctx: Context, type: string, id: number): Promise<void> =>
  enqueue(tx, "notification.create", { type: `rgpd.${type}`, objet_id: id, acteur_id: ctx.actor.id });
