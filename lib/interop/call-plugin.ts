import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { openPlugin } from "./open-plugin";
import { asRefusal } from "./plugin-refusal";
import { notePluginError } from "./plugin-store";
import { callPlugin } from "./plugins/pool";
import { appelBody } from "./schemas-plugin";

/**
 * Has a plugin's method answer. It receives what was sent, the caller's role and language, and nothing else. Throws
 * `notFound`, `pluginInactive`, `pluginFailed` or `pluginTimeout`; what failed is noted for the admins.
 */
export const callPluginMethod = command({
  name: "plugin.call",
  input: appelBody,
  prepare: async ({ input: { nom, methode, params }, ctx }) => {
    const plugin = await openPlugin(ctx.db, nom);
    if (!plugin.manifest.provides.methods.includes(methode)) throw new Refused("notFound");
    try {
      const asked = { method: methode, params, role: ctx.actor.role, locale: ctx.locale };
      return await callPlugin(plugin, "call", asked);
    } catch (error) {
      const refusal = asRefusal(error);
      await notePluginError(ctx.db, nom, String(refusal.details.extra?.raison), ctx.now);
      throw refusal;
    }
  },
  run: async ({ input: { nom, methode }, prepared }) => ({
    change: { objet: { type: "plugin", id: nom }, data: { methode } },
    result: { resultat: prepared ?? null },
  }),
});
