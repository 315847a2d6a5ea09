import { Refused } from "@/lib/foundation/errors";
import { isPluginFailure } from "./plugins/plugin-failure";

/** What a plugin's failure is for whoever called: `pluginTimeout` or `pluginFailed`, with the plugin's own words. */
export function asRefusal(error: unknown): Refused {
  if (!isPluginFailure(error)) throw error;
  const extra = { genre: error.kind, raison: error.message };
  if (error.kind === "timeout") return new Refused("pluginTimeout", { extra });
  const headers = error.kind === "waiting" ? { "Retry-After": "5" } : undefined;
  return new Refused("pluginFailed", { extra, headers });
}
