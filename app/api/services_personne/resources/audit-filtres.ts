import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { createFiltre } from "@/lib/oversight/create-filtre";
import { deleteFiltre } from "@/lib/oversight/delete-filtre";
import { listFiltres } from "@/lib/oversight/list-filtres";
import { filtreShape, filtresShape } from "@/lib/oversight/schemas-filtre";
import { updateFiltre } from "@/lib/oversight/update-filtre";

const tag = "audit";

/** Filters of the log that each account keeps for itself; before `/audit/{id}/`. */
export function auditFiltreRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/audit/filtres/", {
    tag,
    summary: { fr: "Lister mes filtres du journal", en: "List my filters of the log" },
    operation: listFiltres,
    response: filtresShape,
  });
  endpoint(api, "post", "/audit/filtres/", {
    tag,
    summary: {
      fr: "Enregistrer un filtre du journal sous un nom",
      en: "Save a filter of the log under a name",
    },
    operation: createFiltre,
    response: filtreShape,
    status: 201,
    location: (filtre) => `/audit/filtres/${filtre.id}/`,
  });
  endpoint(api, "patch", "/audit/filtres/{id}/", {
    tag,
    summary: { fr: "Renommer ou changer un de mes filtres", en: "Rename or change one of my filters" },
    operation: updateFiltre,
    response: filtreShape,
  });
  endpoint(api, "delete", "/audit/filtres/{id}/", {
    tag,
    summary: { fr: "Supprimer un de mes filtres", en: "Delete one of my filters" },
    operation: deleteFiltre,
    response: z.null(),
    status: 204,
  });
}
