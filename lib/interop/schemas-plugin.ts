import { z } from "zod";
import { methodePlugin, nomPlugin } from "./plugins/manifest";

export const etatsPlugin = ["inactif", "actif", "modifie", "invalide", "absent"] as const;

export const byPlugin = z.strictObject({ nom: nomPlugin });
/** What is sent to a plugin's method: one JSON object. */
export const appelBody = z.strictObject({
  nom: nomPlugin,
  methode: methodePlugin,
  params: z.record(z.string().max(100), z.unknown()).default({}),
});

/**
 * `modifie`: its files are not those that an admin enabled; `invalide`: its folder cannot be used (`probleme`);
 * `absent`: enabled once, and gone. Only an `actif` one is ever started.
 */
export const pluginShape = z.object({
  nom: z.string(),
  etat: z.enum(etatsPlugin),
  version: z.string().nullable(),
  description: z.string(),
  programme: z.string().nullable(),
  methodes: z.array(z.string()),
  evenements: z.array(z.string()),
  probleme: z.string().nullable(),
  derniere_erreur: z.string().nullable(),
  derniere_erreur_le: z.string().nullable(),
});
export const pluginsShape = z.object({ results: z.array(pluginShape) });
export const appelShape = z.object({ resultat: z.unknown() });

export type PluginShape = z.output<typeof pluginShape>;
