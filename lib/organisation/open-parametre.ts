import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { type CleParametre, parametresConnus } from "@/lib/foundation/parametres";
import { agenceExists, selectParametres } from "./parametre-store";
import { presentParametre } from "./present-parametre";
import type { ParametreShape } from "./schemas-parametre";

/** A setting as it stands. Throws `notFound` for an unknown agency, and where agencies have none of their own. */
export async function openParametre(
  db: Queryable,
  cle: CleParametre,
  agenceId: number | undefined,
): Promise<ParametreShape> {
  if (agenceId !== undefined && !(parametresConnus[cle].parAgence && (await agenceExists(db, agenceId))))
    throw new Refused("notFound");
  return presentParametre(cle, agenceId, await selectParametres(db, agenceId, [cle]));
}
