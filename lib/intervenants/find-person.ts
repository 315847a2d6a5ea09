import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import { findIntervenant, type IntervenantRow } from "./store";

/** The intervenant's own row within reach, for a higher slice that works in its own transaction. */
export async function findIntervenantPerson(
  db: Queryable,
  scope: Scope,
  id: number,
): Promise<IntervenantRow | undefined> {
  return findIntervenant(db, scope, id);
}
