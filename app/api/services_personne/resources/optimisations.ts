import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { applyOptimisation } from "@/lib/ia/apply-optimisation";
import { requestOptimisation } from "@/lib/ia/request-optimisation";
import { tacheShape } from "@/lib/organisation/schemas-tache";

const tag = "plannings";

export function optimisationRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/plannings/optimisations/", {
    tag,
    summary: {
      fr: "Chercher un intervenant pour chaque visite de la semaine qui n’en a pas (proposition)",
      en: "Look for an intervenant for each visit of the week that has none (a proposal)",
    },
    operation: requestOptimisation,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
  });
  endpoint(api, "post", "/plannings/optimisations/{id}/application/", {
    tag,
    summary: {
      fr: "Affecter ce qu’une recherche terminée propose, en tout ou en partie",
      en: "Assign what a finished search proposes, all or part of it",
    },
    operation: applyOptimisation,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
  });
}
