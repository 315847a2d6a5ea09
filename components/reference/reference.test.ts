import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fieldsOf, type ReferenceDocument, refusalStatusesOf, resourcesOf } from "./reference";

const document = parse(readFileSync("docs/openapi.yaml", "utf8")) as ReferenceDocument;

test("every endpoint of the document is under its resource, with words in both languages", () => {
  const [french, english] = (["fr", "en"] as const).map((language) =>
    resourcesOf(document, language).flatMap(({ endpoints }) => endpoints),
  );
  const there = Object.entries(document.paths ?? {}).flatMap(([path, verbs]) =>
    Object.keys(verbs as object).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  expect(french?.map(({ verb, path }) => `${verb} ${path}`).sort()).toEqual(there.sort());
  for (const [at, { id, summary }] of (french ?? []).entries()) {
    expect(summary.length, id).toBeGreaterThan(3);
    expect(english?.[at]?.summary, id).not.toBe(summary);
  }
});

test("an endpoint tells its roles, what it takes and what it answers", () => {
  const endpoints = resourcesOf(document, "en").flatMap((one) => one.endpoints);
  const create = endpoints.find(({ id }) => id === "client.create");
  expect(create).toMatchObject({ verb: "POST", isPublic: false, success: { status: "201" } });
  expect(create?.roles.admin).toBe("all");
  expect(create?.body?.fields.map(({ name }) => name)).toContain("adresses[].code_postal");
  expect(JSON.parse(create?.body?.example ?? "")).toHaveProperty("nom");
  expect(create?.refusals).toContain("429");
  expect(endpoints.find(({ id }) => id === "activite.list")?.isPublic).toBe(true);
});

test("a field has its whole name, its type with its limits, and its values", () => {
  const fields = fieldsOf({
    required: ["lignes"],
    properties: {
      lignes: {
        type: "array",
        items: { type: "object", properties: { quantite: { type: "number", minimum: 0 } } },
      },
      statut: { type: "string", enum: ["emise", "payee"] },
      motif: { anyOf: [{ type: "string", maxLength: 200 }, { type: "null" }] },
      client_id: { type: "integer", exclusiveMinimum: 0, maximum: 2_147_483_647 },
      jour: { type: "string", format: "date" },
    },
  });
  expect(fields).toEqual([
    { name: "lignes", type: "object[]", values: [], isRequired: true },
    { name: "lignes[].quantite", type: "number ≥ 0", values: [], isRequired: false },
    { name: "statut", type: "string", values: ["emise", "payee"], isRequired: false },
    { name: "motif", type: "string ≤ 200 | null", values: [], isRequired: false },
    { name: "client_id", type: "integer ≥ 1", values: [], isRequired: false },
    { name: "jour", type: "date", values: [], isRequired: false },
  ]);
});

test("refused statuses come with all their codes, lowest first", () => {
  const statuses = refusalStatusesOf(document);
  expect(statuses.map(({ status }) => status)).toEqual([
    400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504,
  ]);
  expect(statuses.find(({ status }) => status === 429)?.codes).toEqual(["rateLimited"]);
});
