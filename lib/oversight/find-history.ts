import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { objectsAround, rootsOf } from "./object-store";
import type { HistoryObject } from "./schemas-history";

/** The objects meant, and what belongs to them, within reach. Throws `notFound` when there is none and never was. */
export async function findHistory(
  db: Queryable,
  scope: Scope,
  asked: { objet: string; objet_id: string },
): Promise<HistoryObject[]> {
  const roots = await rootsOf(db, scope, asked);
  if (roots.length === 0) throw new Refused("notFound");
  return objectsAround(db, asked.objet, roots);
}
