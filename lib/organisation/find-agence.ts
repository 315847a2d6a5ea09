import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import { selectWithin } from "./agence-store";

export type Agence = { id: number; nom: string; fuseau: string };

/** The agency asked for, or the first of the caller's; undefined out of reach. For operations of higher slices. */
export function findAgence(db: Queryable, scope: Scope, id?: number): Promise<Agence | undefined> {
  return selectWithin(db, scope, id);
}
