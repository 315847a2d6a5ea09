import type { OpenAPIHono } from "@hono/zod-openapi";
import { stringify } from "yaml";
import { completeDocument } from "@/lib/delivery/complete-document";

const config = {
  openapi: "3.1.0",
  info: {
    title: "Dihya, services à la personne",
    version: "1",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    description: "REST API. Errors are RFC 9457 problems in the caller's language (fr, en, ar, tzm).",
  },
  servers: [{ url: "/" }],
};

/** The OpenAPI document, generated from the declarations that serve the requests. */
export function documentRoutes(api: OpenAPIHono): void {
  let made: ReturnType<typeof api.getOpenAPI31Document> | undefined;
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  const documentOf = () => {
    made ??= completeDocument(api.getOpenAPI31Document(config));
    return made;
  };
  api.get("/openapi.json", (c) => c.json(documentOf()));
  api.get("/openapi.yaml", (c) =>
    c.body(stringify(documentOf(), { lineWidth: 0, aliasDuplicateObjects: false }), 200, {
      "Content-Type": "application/yaml; charset=utf-8",
    }),
  );
}
