import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { courrielShape, listCourriels } from "@/lib/organisation/list-courriels";

export function courrielRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/courriels/", {
    tag: "courriels",
    summary: { fr: "Lire la boîte d’envoi", en: "Read the outbox" },
    operation: listCourriels,
    response: pageOf(courrielShape),
    list: true,
  });
}
