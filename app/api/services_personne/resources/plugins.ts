import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { callPluginMethod } from "@/lib/interop/call-plugin";
import { disablePlugin } from "@/lib/interop/disable-plugin";
import { enablePlugin } from "@/lib/interop/enable-plugin";
import { listPlugins } from "@/lib/interop/list-plugins";
import { appelShape, pluginShape, pluginsShape } from "@/lib/interop/schemas-plugin";

const tag = "plugins";

export function pluginRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/plugins/", {
    tag,
    summary: { fr: "Lister les extensions", en: "List the plugins" },
    operation: listPlugins,
    response: pluginsShape,
  });
  endpoint(api, "post", "/plugins/{nom}/activation/", {
    tag,
    summary: { fr: "Activer une extension", en: "Enable a plugin" },
    operation: enablePlugin,
    response: pluginShape,
  });
  endpoint(api, "post", "/plugins/{nom}/desactivation/", {
    tag,
    summary: { fr: "Désactiver une extension", en: "Disable a plugin" },
    operation: disablePlugin,
    response: pluginShape,
  });
  endpoint(api, "post", "/plugins/{nom}/appels/{methode}/", {
    tag,
    summary: { fr: "Appeler une méthode d’une extension", en: "Call a plugin’s method" },
    operation: callPluginMethod,
    response: appelShape,
  });
}
