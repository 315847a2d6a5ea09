import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createCle } from "@/lib/interop/create-cle";
import { listCles } from "@/lib/interop/list-cles";
import { revokeCle } from "@/lib/interop/revoke-cle";
import { cleShape, cleWithSecret } from "@/lib/interop/schemas-cle";

const tag = "cles";

export function cleRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/cles/", {
    tag,
    summary: { fr: "Lister les clés partenaires", en: "List partner keys" },
    operation: listCles,
    response: pageOf(cleShape),
    list: true,
  });
  endpoint(api, "post", "/cles/", {
    tag,
    summary: {
      fr: "Créer une clé ; elle n’est montrée qu’ici",
      en: "Create a key; it is shown here only",
    },
    operation: createCle,
    response: cleWithSecret,
    status: 201,
  });
  endpoint(api, "delete", "/cles/{id}/", {
    tag,
    summary: { fr: "Révoquer une clé", en: "Revoke a key" },
    operation: revokeCle,
    response: z.null(),
    status: 204,
  });
}
