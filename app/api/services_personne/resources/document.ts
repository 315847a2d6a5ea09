import type { OpenAPIHono } from "@hono/zod-openapi";
import { stringify } from "yaml";

const config = {
  openapi: "3.1.0",
  info: {
    title: "Dihya, services à la personne",
    version: "1",
    description: "REST API. Errors are RFC 9457 problems in the caller's language (fr, en, ar, tzm).",
  },
  servers: [{ url: "/" }],
};

/** The OpenAPI document, generated from the declarations that serve the requests. */
export function documentRoutes(api: OpenAPIHono): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  api.get("/openapi.json", (c) => c.json(api.getOpenAPI31Document(config)));
  api.get("/openapi.yaml", (c) =>
    c.body(stringify(api.getOpenAPI31Document(config), { lineWidth: 0, aliasDuplicateObjects: false }), 200, {
      "Content-Type": "application/yaml; charset=utf-8",
    }),
  );
}
