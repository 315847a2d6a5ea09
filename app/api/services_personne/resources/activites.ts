import type { OpenAPIHono } from "@hono/zod-openapi";
import { createActivite } from "@/lib/activites/create-activite";
import { createTarif } from "@/lib/activites/create-tarif";
import { listActivites } from "@/lib/activites/list-activites";
import { listTarifs } from "@/lib/activites/list-tarifs";
import { readActivite } from "@/lib/activites/read-activite";
import { activiteShape, tarifShape } from "@/lib/activites/schemas";
import { updateActivite } from "@/lib/activites/update-activite";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";

const tag = "activites";

export function activiteRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/activites/", {
    tag,
    summary: { fr: "Consulter le catalogue et ses prix", en: "Browse the catalogue and its prices" },
    operation: listActivites,
    response: pageOf(activiteShape),
    list: true,
  });
  endpoint(api, "post", "/activites/", {
    tag,
    summary: { fr: "Ajouter une activité", en: "Add an activity" },
    operation: createActivite,
    response: activiteShape,
    status: 201,
    location: (activite) => `/activites/${activite.id}/`,
  });
  endpoint(api, "get", "/activites/{id}/", {
    tag,
    summary: {
      fr: "Lire une activité, par numéro ou par code",
      en: "Read an activity, by number or by code",
    },
    operation: readActivite,
    response: activiteShape,
  });
  endpoint(api, "patch", "/activites/{id}/", {
    tag,
    summary: { fr: "Modifier une activité", en: "Change an activity" },
    operation: updateActivite,
    response: activiteShape,
  });
  endpoint(api, "get", "/tarifs/", {
    tag,
    summary: {
      fr: "Lister les prix passés, en cours et prévus",
      en: "List past, current and planned prices",
    },
    operation: listTarifs,
    response: pageOf(tarifShape),
    list: true,
  });
  endpoint(api, "post", "/tarifs/", {
    tag,
    summary: { fr: "Fixer un prix à partir d'un jour", en: "Set a price from a day on" },
    operation: createTarif,
    response: tarifShape,
    status: 201,
    location: (tarif) => `/tarifs/?activite_id=${tarif.activite_id}&agence_id=${tarif.agence_id}`,
  });
}
