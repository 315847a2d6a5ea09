import { test } from "vitest";
import type { OperationName } from "@/lib/foundation/policy";
import { rightsTable } from "@/lib/oversight/rights-table";
import { expectGenerated } from "@/scripts/testing/generated-file";
import { api } from "./application";

type Described = { "x-operation"?: OperationName };

test("docs/openapi.yaml is the document that the API serves", async () => {
  const answer = await api.request("/api/services_personne/openapi.yaml");
  expectGenerated("docs/openapi.yaml", await answer.text());
});

test("docs/droits.md gives every endpoint with the reach of each role", async () => {
  const document = await (await api.request("/api/services_personne/openapi.json")).json();
  const endpoints = Object.entries(document.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, { "x-operation": operation }]) =>
        operation ? [{ verb, path, operation }] : [],
      ),
  );
  expectGenerated("docs/droits.md", rightsTable(endpoints));
});
