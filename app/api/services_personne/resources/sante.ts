import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { readSante } from "@/lib/organisation/read-sante";

const sante = z.object({
  statut: z.literal("ok"),
  base: z.literal("ok"),
  /** Seconds since the oldest entry of the log that no signed checkpoint covers; 0 when all are covered. */
  journal: z.object({ retard_s: z.number().int() }),
  heure: z.string(),
});

export function santeRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/sante/", {
    tag: "sante",
    summary: { fr: "État du service", en: "Liveness and readiness" },
    operation: readSante,
    response: sante,
  });
}
