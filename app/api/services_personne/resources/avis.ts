import type { OpenAPIHono } from "@hono/zod-openapi";
import { listAvis } from "@/lib/avis/list-avis";
import { avisPage } from "@/lib/avis/schemas";
import { endpoint } from "@/lib/delivery/endpoint";

export function avisRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/avis/", {
    tag: "avis",
    summary: { fr: "Lire les avis publiés", en: "Read published reviews" },
    operation: listAvis,
    response: avisPage,
    list: true,
  });
}
