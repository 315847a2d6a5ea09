import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { readIntegrite } from "@/lib/integrite/read-integrite";
import { integriteShape, verificationShape } from "@/lib/integrite/schemas";
import { startIntegrite } from "@/lib/integrite/start-integrite";
import { verifyFacture } from "@/lib/integrite/verify-facture";
import { verifyPrestation } from "@/lib/integrite/verify-prestation";
import { tacheShape } from "@/lib/organisation/schemas-tache";

const tag = "integrite";

export function integriteRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/integrite/", {
    tag,
    summary: {
      fr: "Lire la dernière vérification d’intégrité et ce qu’elle a nommé",
      en: "Read the last integrity check and what it named",
    },
    operation: readIntegrite,
    response: integriteShape,
  });
  endpoint(api, "post", "/integrite/", {
    tag,
    summary: {
      fr: "Vérifier toutes les prestations, toutes les factures et le journal",
      en: "Check every visit, every invoice and the log",
    },
    operation: startIntegrite,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
  });
  endpoint(api, "get", "/prestations/{id}/integrite/", {
    tag,
    summary: {
      fr: "Vérifier qu’une prestation n’a pas été altérée",
      en: "Check that a visit was not altered",
    },
    operation: verifyPrestation,
    response: verificationShape,
  });
  endpoint(api, "get", "/factures/{id}/integrite/", {
    tag,
    summary: {
      fr: "Vérifier qu’une facture n’a pas été altérée",
      en: "Check that an invoice was not altered",
    },
    operation: verifyFacture,
    response: verificationShape,
  });
}
