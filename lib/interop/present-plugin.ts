import type { PluginRow } from "./plugin-store";
import type { Broken, Found } from "./plugins/folder";
import type { PluginShape } from "./schemas-plugin";

/** A plugin as an admin sees it: what lies in its folder, and what was agreed to. */
export function presentPlugin(
  nom: string,
  found: Found | Broken | undefined,
  row: PluginRow | undefined,
): PluginShape {
  const usable = found && "manifest" in found ? found : undefined;
  return {
    nom,
    etat: stateOf(found, row),
    version: usable?.manifest.version ?? null,
    description: usable?.manifest.description ?? "",
    programme: usable?.manifest.command[0] ?? null,
    methodes: usable?.manifest.provides.methods ?? [],
    evenements: usable?.manifest.provides.events ?? [],
    probleme: found && "probleme" in found ? found.probleme : null,
    derniere_erreur: row?.derniereErreur ?? null,
    derniere_erreur_le: row?.derniereErreurLe?.toISOString() ?? null,
  };
}

function stateOf(found: Found | Broken | undefined, row: PluginRow | undefined): PluginShape["etat"] {
  if (!found) return "absent";
  if (!("manifest" in found)) return "invalide";
  if (!row?.actif) return "inactif";
  return row.empreinte === found.empreinte ? "actif" : "modifie";
}
