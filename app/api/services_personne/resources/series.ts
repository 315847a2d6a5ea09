import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createSerie } from "@/lib/plannings/series/create-serie";
import { listSeries } from "@/lib/plannings/series/list-series";
import { previewSerie } from "@/lib/plannings/series/preview-serie";
import { readSerie } from "@/lib/plannings/series/read-serie";
import { apercuShape, serieResultShape, serieShape } from "@/lib/plannings/series/schemas";
import { stopSerie } from "@/lib/plannings/series/stop-serie";
import { updateSerie } from "@/lib/plannings/series/update-serie";

const tag = "series";

export function serieRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/series/", {
    tag,
    summary: { fr: "Rechercher des séries de visites", en: "Search series of visits" },
    operation: listSeries,
    response: pageOf(serieShape),
    list: true,
  });
  endpoint(api, "post", "/series/", {
    tag,
    summary: {
      fr: "Créer une série de visites (règle RFC 5545) et ses visites des huit prochaines semaines",
      en: "Create a series of visits (RFC 5545 rule) and its visits of the next eight weeks",
    },
    operation: createSerie,
    response: serieResultShape,
    status: 201,
    location: (serie) => `/series/${serie.id}/`,
  });
  endpoint(api, "get", "/series/apercu/", {
    tag,
    summary: {
      fr: "Voir les premières dates d’une série avant de l’enregistrer",
      en: "See the first dates of a series before it is saved",
    },
    operation: previewSerie,
    response: apercuShape,
  });
  endpoint(api, "get", "/series/{id}/", {
    tag,
    summary: { fr: "Lire une série", en: "Read a series" },
    operation: readSerie,
    response: serieShape,
  });
  endpoint(api, "patch", "/series/{id}/", {
    tag,
    summary: {
      fr: "Modifier une série et ses visites suivantes",
      en: "Change a series and its following visits",
    },
    operation: updateSerie,
    response: serieResultShape,
  });
  endpoint(api, "post", "/series/{id}/arret/", {
    tag,
    summary: { fr: "Arrêter une série à partir d’un jour", en: "Stop a series from a day on" },
    operation: stopSerie,
    response: serieResultShape,
    status: 201,
    location: (serie) => `/series/${serie.id}/`,
  });
}
