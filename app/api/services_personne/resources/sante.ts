import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { readSante } from "@/lib/organisation/read-sante";

const sante = z.object({ statut: z.literal("ok"), base: z.literal("ok"), heure: z.string() });

export function santeRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/sante/", {
    tag: "sante",
    summary: { fr: "État du service", en: "Liveness and readiness" },
    operation: readSante,
    response: sante,
  });
}
