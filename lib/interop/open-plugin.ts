import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { findPlugin } from "./plugin-store";
import { type Found, readPlugin } from "./plugins/folder";

/** A plugin that may run: enabled, and still as it was then. Throws `notFound` or `pluginInactive`. */
export async function openPlugin(db: Queryable, nom: string): Promise<Found> {
  const row = await findPlugin(db, nom);
  if (!row) throw new Refused("notFound");
  const found = row.actif ? await readPlugin(nom) : undefined;
  if (!found || !("manifest" in found) || found.empreinte !== row.empreinte)
    throw new Refused("pluginInactive");
  return found;
}
