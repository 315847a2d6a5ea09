import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createAgence } from "@/lib/organisation/create-agence";
import { listAgences } from "@/lib/organisation/list-agences";
import { readAgence } from "@/lib/organisation/read-agence";
import { agenceShape } from "@/lib/organisation/schemas-agence";
import { updateAgence } from "@/lib/organisation/update-agence";

const tag = "agences";

export function agenceRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/agences/", {
    tag,
    summary: { fr: "Lister les agences", en: "List agencies" },
    operation: listAgences,
    response: pageOf(agenceShape),
    list: true,
  });
  endpoint(api, "post", "/agences/", {
    tag,
    summary: { fr: "Ouvrir une agence", en: "Open an agency" },
    operation: createAgence,
    response: agenceShape,
    status: 201,
    location: (agence) => `/agences/${agence.id}/`,
  });
  endpoint(api, "get", "/agences/{id}/", {
    tag,
    summary: { fr: "Lire une agence", en: "Read an agency" },
    operation: readAgence,
    response: agenceShape,
  });
  endpoint(api, "patch", "/agences/{id}/", {
    tag,
    summary: { fr: "Modifier une agence", en: "Change an agency" },
    operation: updateAgence,
    response: agenceShape,
  });
}
