import type { Queryable } from "@/db/client";
import { findClientPerson } from "@/lib/clients/find-person";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import { findIntervenantPerson } from "@/lib/intervenants/find-person";
import { isOpen } from "../demande";
import type { DemandeFile } from "../demande-store";
import { type Changements, champsDe, valuesOf } from "./schemas";

type Concerned = { clientId: number | null } | { intervenantId: number | null };

/** The file of the person concerned as it is now; undefined when it is out of reach. */
export async function personNow(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  concerned: Concerned,
): Promise<Changements | undefined> {
  if ("clientId" in concerned && concerned.clientId !== null)
    return findClientPerson(db, ctx, scope, concerned.clientId);
  if ("intervenantId" in concerned && concerned.intervenantId !== null)
    return findIntervenantPerson(db, scope, concerned.intervenantId);
  return undefined;
}

/** An open request shows what stands in the file today; an answered one what stood there when it was decided. */
export async function withPersonNow(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  file: DemandeFile,
): Promise<DemandeFile> {
  const { changements, statut, clientId, intervenantId } = file.demande;
  if (!changements || !isOpen(statut) || ctx.actor.role === "auditeur") return file;
  const now = await personNow(db, ctx, scope, clientId === null ? { intervenantId } : { clientId });
  if (!now) return file;
  const avant = valuesOf(now, champsDe(changements.voulu));
  return { ...file, demande: { ...file.demande, changements: { ...changements, avant } } };
}
