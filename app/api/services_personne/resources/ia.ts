import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createRecommandation } from "@/lib/ia/create-recommandation";
import { decideRecommandation } from "@/lib/ia/decide-recommandation";
import { listModeles } from "@/lib/ia/list-modeles";
import { listRecommandations } from "@/lib/ia/list-recommandations";
import { readPrevisions } from "@/lib/ia/read-previsions";
import { readRecommandation } from "@/lib/ia/read-recommandation";
import { modelesShape, recommandationShape } from "@/lib/ia/schemas";
import { previsionsShape } from "@/lib/ia/schemas-prevision";

const tag = "ia";

export function iaRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/ia/modeles/", {
    tag,
    summary: {
      fr: "Lire ce que pèsent les modèles, sur quelles données et avec quelles limites",
      en: "Read what the models weigh, on what data and within what limits",
    },
    operation: listModeles,
    response: modelesShape,
  });
  endpoint(api, "get", "/ia/previsions/", {
    tag,
    summary: {
      fr: "Prévoir les visites des huit semaines à venir, avec l'erreur passée",
      en: "Foretell the visits of the next eight weeks, with the past error",
    },
    operation: readPrevisions,
    response: previsionsShape,
  });
  endpoint(api, "get", "/ia/recommandations/", {
    tag,
    summary: { fr: "Suivre les propositions et leurs décisions", en: "Follow proposals and their decisions" },
    operation: listRecommandations,
    response: pageOf(recommandationShape),
    list: true,
  });
  endpoint(api, "post", "/ia/recommandations/", {
    tag,
    summary: {
      fr: "Proposer des intervenants pour une visite, avec les raisons",
      en: "Propose care workers for a visit, with the reasons",
    },
    operation: createRecommandation,
    response: recommandationShape,
    status: 201,
    location: (one) => `/ia/recommandations/${one.id}/`,
  });
  endpoint(api, "get", "/ia/recommandations/{id}/", {
    tag,
    summary: { fr: "Lire une proposition et sa décision", en: "Read a proposal and its decision" },
    operation: readRecommandation,
    response: recommandationShape,
  });
  endpoint(api, "post", "/ia/recommandations/{id}/decision/", {
    tag,
    summary: { fr: "Noter qui une personne a choisi", en: "Record whom a person chose" },
    operation: decideRecommandation,
    response: recommandationShape,
    status: 201,
    location: (one) => `/ia/recommandations/${one.id}/`,
  });
}
