import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { listParametres } from "@/lib/organisation/list-parametres";
import { readParametre } from "@/lib/organisation/read-parametre";
import { parametreShape, parametresShape } from "@/lib/organisation/schemas-parametre";
import { updateParametre } from "@/lib/organisation/update-parametre";

const tag = "parametres";

export function parametreRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/parametres/", {
    tag,
    summary: { fr: "Lister les paramètres", en: "List the settings" },
    operation: listParametres,
    response: parametresShape,
  });
  endpoint(api, "get", "/parametres/{cle}/", {
    tag,
    summary: { fr: "Lire un paramètre", en: "Read a setting" },
    operation: readParametre,
    response: parametreShape,
    namedBy: ["agence_id"],
  });
  endpoint(api, "patch", "/parametres/{cle}/", {
    tag,
    summary: { fr: "Modifier un paramètre", en: "Change a setting" },
    operation: updateParametre,
    response: parametreShape,
  });
}
