import { test } from "vitest";
import { expectGenerated } from "@/scripts/testing/generated-file";
import { api } from "./application";

test("docs/openapi.yaml is the document that the API serves", async () => {
  const answer = await api.request("/api/services_personne/openapi.yaml");
  expectGenerated("docs/openapi.yaml", await answer.text());
});
