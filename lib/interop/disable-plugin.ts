import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { disablePluginRow, findPlugin } from "./plugin-store";
import { readPlugin } from "./plugins/folder";
import { stopPlugin } from "./plugins/pool";
import { presentPlugin } from "./present-plugin";
import { byPlugin } from "./schemas-plugin";

/** Stops a plugin: no call and no event reaches it any more. Throws `notFound` when it was never enabled. */
export const disablePlugin = command({
  name: "plugin.disable",
  input: byPlugin,
  run: async ({ db, input: { nom }, ctx }) => {
    if (!(await disablePluginRow(db, nom, ctx.now))) throw new Refused("notFound");
    stopPlugin(nom);
    const found = await readPlugin(nom);
    return {
      change: { objet: { type: "plugin", id: nom } },
      result: presentPlugin(nom, found, await findPlugin(db, nom)),
    };
  },
});
