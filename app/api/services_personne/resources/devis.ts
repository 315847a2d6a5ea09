import type { OpenAPIHono } from "@hono/zod-openapi";
import { simulationShape } from "@/lib/activites/schemas";
import { simulateDevis } from "@/lib/activites/simulate-devis";
import { endpoint } from "@/lib/delivery/endpoint";

export function devisRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/devis/simulation/", {
    tag: "devis",
    summary: {
      fr: "Estimer le prix d'un service, avant et après crédit d'impôt",
      en: "Estimate the price of a service, before and after tax credit",
    },
    operation: simulateDevis,
    response: simulationShape,
  });
}
