import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { closeIncident } from "@/lib/incidents/close-incident";
import { createIncident } from "@/lib/incidents/create-incident";
import { listIncidents } from "@/lib/incidents/list-incidents";
import { noteIncident } from "@/lib/incidents/note-incident";
import { readIncident } from "@/lib/incidents/read-incident";
import { reopenIncident } from "@/lib/incidents/reopen-incident";
import { reportIncident } from "@/lib/incidents/report-incident";
import { incidentDetail, incidentShape } from "@/lib/incidents/schemas";
import { correctIncident } from "@/lib/incidents/update-incident";

const tag = "incidents";

export function incidentRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/incidents/", {
    tag,
    summary: {
      fr: "Lire le registre des incidents et leurs délais (24 h, 72 h, un mois)",
      en: "Read the incident log and its clocks (24 h, 72 h, one month)",
    },
    operation: listIncidents,
    response: pageOf(incidentShape),
    list: true,
  });
  endpoint(api, "post", "/incidents/", {
    tag,
    summary: { fr: "Déclarer un incident de sécurité", en: "Enter a security incident" },
    operation: createIncident,
    response: incidentDetail,
    status: 201,
    location: ({ id }) => `/incidents/${id}/`,
  });
  endpoint(api, "get", "/incidents/{id}/", {
    tag,
    summary: { fr: "Lire un incident et tout ce qui fut fait", en: "Read an incident and all that was done" },
    operation: readIncident,
    response: incidentDetail,
  });
  endpoint(api, "patch", "/incidents/{id}/", {
    tag,
    summary: {
      fr: "Corriger les faits d’un incident ; l’ancienne version reste dans l’historique",
      en: "Correct the facts of an incident; what they said stays in the history",
    },
    operation: correctIncident,
    response: incidentDetail,
  });
  actRoutes(api);
}

function actRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/incidents/{id}/etapes/", {
    tag,
    summary: {
      fr: "Ajouter une étape : mesure, alerte, notification, information des personnes, rapport",
      en: "Add a step: measure, early warning, notification, persons told, report",
    },
    operation: noteIncident,
    response: incidentDetail,
    status: 201,
    location: ({ id }) => `/incidents/${id}/`,
  });
  endpoint(api, "post", "/incidents/{id}/cloture/", {
    tag,
    summary: { fr: "Clore un incident", en: "Close an incident" },
    operation: closeIncident,
    response: incidentDetail,
    status: 201,
    location: ({ id }) => `/incidents/${id}/`,
  });
  endpoint(api, "post", "/incidents/{id}/reouverture/", {
    tag,
    summary: { fr: "Rouvrir un incident clos", en: "Open a closed incident again" },
    operation: reopenIncident,
    response: incidentDetail,
    status: 201,
    location: ({ id }) => `/incidents/${id}/`,
  });
  endpoint(api, "get", "/incidents/{id}/rapport/", {
    tag,
    summary: {
      fr: "Rapport d’incident pour l’autorité de contrôle (page à imprimer)",
      en: "Incident report for the authority (a page to print)",
    },
    operation: reportIncident,
    response: z.string(),
    fileOnly: true,
    representations: {
      "text/html": ({ name, bytes }) => ({
        body: new Uint8Array(bytes),
        headers: {
          "Content-Disposition": `attachment; filename="${name}"`,
          "Cache-Control": "private, no-store",
        },
      }),
    },
  });
}
