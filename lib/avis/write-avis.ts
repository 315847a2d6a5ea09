import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import type { Scope } from "@/lib/foundation/policy";
import { type AvisRow, findDossier, lockAvis } from "./dossier-store";
import { presentDossier } from "./present";
import type { AvisDossier } from "./schemas";

/** Locks a review of which the caller knows `version`, if any. Throws `notFound` or `preconditionFailed`. */
export async function openAvis(
  tx: Tx,
  scope: Scope,
  { id, version }: { id: number; version?: number },
): Promise<AvisRow> {
  const row = await lockAvis(tx, scope, id);
  if (!row) throw new Refused("notFound");
  if (version !== undefined && version !== row.version) throw new Refused("preconditionFailed");
  return row;
}

/** The review as it is after a write, in the caller's shape. */
export async function answerWith(tx: Tx, ctx: Context, scope: Scope, id: number): Promise<AvisDossier> {
  const file = await findDossier(tx, scope, id);
  if (!file) throw new Refused("notFound");
  return presentDossier(file, ctx);
}

/** Tells those concerned, once the change is committed. */
export const tellAvis = (tx: Tx, ctx: Context, type: string, id: number): Promise<void> =>
  enqueue(tx, "notification.create", { type, objet_id: id, acteur_id: ctx.actor.id });
