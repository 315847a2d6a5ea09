import { z } from "zod";
import { typesEvenement } from "@/db/states";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { id } from "@/lib/foundation/shapes";
import { bodyOf } from "./message";
import { openPlugin } from "./open-plugin";
import { asRefusal } from "./plugin-refusal";
import { notePluginError } from "./plugin-store";
import { nomPlugin } from "./plugins/manifest";
import { callPlugin } from "./plugins/pool";

const input = z.strictObject({
  nom: nomPlugin,
  evenement_id: z.uuid(),
  type: z.enum(typesEvenement),
  objet_id: id,
  survenu_le: z.iso.datetime(),
});

/**
 * Tells a plugin of an event, in the same thin words as a webhook: at least once, so the plugin knows a repetition by
 * its id. One that was disabled meanwhile is told nothing. Throws what the queue tries again.
 */
export const tellPlugin = command({
  name: "plugin.tell",
  input,
  prepare: async ({ input: { nom, ...event }, ctx }) => {
    const plugin = await openPlugin(ctx.db, nom).catch((error) => {
      if (error instanceof Refused && ["notFound", "pluginInactive"].includes(error.code)) return null;
      throw error;
    });
    if (!plugin?.manifest.provides.events.includes(event.type)) return false;
    try {
      await callPlugin(plugin, "event", JSON.parse(thin(event)));
      return true;
    } catch (error) {
      const refusal = asRefusal(error);
      await notePluginError(ctx.db, nom, String(refusal.details.extra?.raison), ctx.now);
      throw refusal;
    }
  },
  run: async ({ input: { nom, type, objet_id }, prepared: told }) => ({
    change: told ? { objet: { type: "plugin", id: nom }, data: { type, objet_id } } : [],
    result: { annonce: told },
  }),
});

const thin = (event: Omit<z.output<typeof input>, "nom">) =>
  bodyOf({
    messageId: event.evenement_id,
    evenementId: event.evenement_id,
    type: event.type,
    objetType: event.type.split(".")[0] ?? event.type,
    objetId: event.objet_id,
    survenuLe: new Date(event.survenu_le),
  });
