import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { selectPlugins } from "./plugin-store";
import { findPlugins } from "./plugins/folder";
import { presentPlugin } from "./present-plugin";

/** The plugins in the folder, and those that were enabled and have gone. */
export const listPlugins = query({
  name: "plugin.list",
  input: z.object({}),
  run: async ({ db }) => {
    const [found, rows] = await Promise.all([findPlugins(), selectPlugins(db)]);
    const kept = rows.filter(({ actif, nom }) => actif || found.some((one) => one.nom === nom));
    const names = [...new Set([...found, ...kept].map(({ nom }) => nom))].sort();
    const of = <T extends { nom: string }>(list: readonly T[], nom: string) =>
      list.find((one) => one.nom === nom);
    return { results: names.map((nom) => presentPlugin(nom, of(found, nom), of(rows, nom))) };
  },
});
