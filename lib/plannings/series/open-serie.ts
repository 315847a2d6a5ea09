import type { Tx } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { invalidTransition } from "@/lib/prestations/prestation";
import { findSerie, lockSerie, type SerieRow } from "./store";

/** Locks a series that still runs. Throws `notFound`, `preconditionFailed`, `invalidTransition` once it is stopped. */
export async function openSerie(
  tx: Tx,
  scope: Scope,
  id: number,
  version?: number,
): Promise<{ row: SerieRow; fuseau: string }> {
  const row = await lockSerie(tx, scope, id);
  const file = row && (await findSerie(tx, scope, id));
  if (!row || !file) throw new Refused("notFound");
  if (version !== undefined && version !== row.version) throw new Refused("preconditionFailed");
  if (row.arreteeDu !== null) throw invalidTransition("arretee", "active", []);
  return { row, fuseau: file.fuseau };
}
