import type { OpenAPIHono } from "@hono/zod-openapi";
import { createClient } from "@/lib/clients/create-client";
import { listClients } from "@/lib/clients/list-clients";
import { readClient } from "@/lib/clients/read-client";
import { clientShape, clientSummary } from "@/lib/clients/schemas";
import { updateClient } from "@/lib/clients/update-client";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";

const tag = "clients";

export function clientRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/clients/", {
    tag,
    summary: { fr: "Rechercher des clients", en: "Search clients" },
    operation: listClients,
    response: pageOf(clientSummary),
    list: true,
  });
  endpoint(api, "post", "/clients/", {
    tag,
    summary: { fr: "Créer un client", en: "Create a client" },
    operation: createClient,
    response: clientShape,
    status: 201,
    location: (client) => `/clients/${client.id}/`,
  });
  endpoint(api, "get", "/clients/{id}/", {
    tag,
    summary: { fr: "Lire un client", en: "Read a client" },
    operation: readClient,
    response: clientShape,
  });
  endpoint(api, "patch", "/clients/{id}/", {
    tag,
    summary: { fr: "Modifier un client", en: "Change a client" },
    operation: updateClient,
    response: clientShape,
  });
}
