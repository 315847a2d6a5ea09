import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { asRefusal } from "./plugin-refusal";
import { enablePluginRow, findPlugin } from "./plugin-store";
import { readPlugin } from "./plugins/folder";
import { callPlugin } from "./plugins/pool";
import { presentPlugin } from "./present-plugin";
import { byPlugin } from "./schemas-plugin";

/**
 * Lets a plugin run, as it lies in its folder now: whoever changes its files has to ask again. It is started once to
 * see that it answers. Throws `notFound`, `pluginInvalid`, `pluginFailed` or `pluginTimeout`.
 */
export const enablePlugin = command({
  name: "plugin.enable",
  input: byPlugin,
  prepare: async ({ input: { nom } }) => {
    const found = await readPlugin(nom);
    if (!("manifest" in found)) {
      if (found.probleme === "ENOENT") throw new Refused("notFound");
      throw new Refused("pluginInvalid", { extra: { raison: found.probleme } });
    }
    await callPlugin(found, "ping", {}).catch((error) => {
      const refusal = asRefusal(error);
      // A plugin that knows no such method has answered all the same.
      if (refusal.details.extra?.genre !== "refused") throw refusal;
    });
    return found;
  },
  run: async ({ db, ctx, prepared: found }) => {
    const { nom, empreinte, manifest } = found;
    await enablePluginRow(db, { nom, empreinte, evenements: manifest.provides.events, modifieLe: ctx.now });
    const data = { version: manifest.version, empreinte };
    return {
      change: { objet: { type: "plugin", id: nom }, data },
      result: presentPlugin(nom, found, await findPlugin(db, nom)),
    };
  },
});
