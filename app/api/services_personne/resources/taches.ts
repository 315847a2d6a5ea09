import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { cancelTache } from "@/lib/organisation/cancel-tache";
import { listTaches } from "@/lib/organisation/list-taches";
import { readTache } from "@/lib/organisation/read-tache";
import { tacheShape } from "@/lib/organisation/schemas-tache";

const tag = "taches";

export function tacheRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/taches/", {
    tag,
    summary: { fr: "Lister mes travaux longs", en: "List my long work" },
    operation: listTaches,
    response: pageOf(tacheShape),
    list: true,
  });
  endpoint(api, "get", "/taches/{id}/", {
    tag,
    summary: { fr: "Suivre un travail long", en: "Follow a piece of long work" },
    operation: readTache,
    response: tacheShape,
  });
  endpoint(api, "post", "/taches/{id}/annulation/", {
    tag,
    summary: { fr: "Annuler un travail long", en: "Cancel a piece of long work" },
    operation: cancelTache,
    response: tacheShape,
  });
}
