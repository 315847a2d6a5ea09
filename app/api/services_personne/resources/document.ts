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

type ApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;
const made = new WeakMap<OpenAPIHono, ApiDocument>();

/** The OpenAPI document, generated once from the declarations that serve the requests. */
export function documentOf(api: OpenAPIHono): ApiDocument {
  const document = made.get(api) ?? completeDocument(api.getOpenAPI31Document(config));
  made.set(api, document);
  return document;
}

export function documentRoutes(api: OpenAPIHono): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  api.get("/openapi.json", (c) => c.json(documentOf(api)));
  api.get("/openapi.yaml", (c) =>
    c.body(stringify(documentOf(api), { lineWidth: 0, aliasDuplicateObjects: false }), 200, {
      "Content-Type": "application/yaml; charset=utf-8",
    }),
  );
}
