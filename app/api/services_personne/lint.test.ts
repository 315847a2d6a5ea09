import { createConfig, lintFromString } from "@redocly/openapi-core";
import Ajv2020 from "ajv/dist/2020";
import formats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "./application";
import { type Document, type Endpoint, endpointsOf, type Media, type Schema } from "./fuzz/document.testing";

let document: Document;
let endpoints: Endpoint[];

beforeAll(async () => {
  document = await (await api.request("/api/services_personne/openapi.json")).json();
  endpoints = endpointsOf(document);
});

test("Redocly finds no error in the document", async () => {
  const config = await createConfig({
    extends: ["recommended"],
    rules: {
      "security-defined": "error",
      "operation-4xx-response": "error",
      "operation-operationId-unique": "error",
      "operation-summary": "error",
      "no-invalid-media-type-examples": "error",
      "no-http-verbs-in-paths": "error",
      "path-not-include-query": "error",
      "no-server-example.com": "error",
      // One server, wherever the agency installs it.
      "no-empty-servers": "error",
      // Addresses end with a slash, as the contract says; each answers without it too.
      "no-path-trailing-slash": "off",
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  const told = problems.map(({ severity, ruleId, message, location }) => {
    return `${severity} ${ruleId}: ${message} ${location[0]?.pointer}`;
  });
  expect(told.filter((line) => line.startsWith("error"))).toEqual([]);
}, 60_000);

const nameOf = ({ verb, path }: Endpoint) => `${verb.toUpperCase()} ${path}`;

/** What an answer or a body is, wherever it is kept. */
function mediaOf(answer: { $ref?: string; content?: Record<string, Media> }): Record<string, Media> {
  const name = answer.$ref?.split("/").at(-1);
  const found = name ? (document.components.responses?.[name] as typeof answer) : answer;
  return found.content ?? {};
}

/** Places of a schema where a caller could send without limit. */
function unbounded(schema: Schema, at: string): string[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length > 0) return parts.flatMap((part) => unbounded(part, at));
  if (schema.enum || schema.const !== undefined) return [];
  const types = [schema.type ?? []].flat();
  const limits = schema.maxLength ?? schema.format ?? schema.pattern;
  return [
    ...(types.includes("string") && limits === undefined ? [`${at}: a text without limit`] : []),
    ...(types.includes("integer") && (schema.maximum ?? schema.exclusiveMaximum) === undefined
      ? [`${at}: a number without limit`]
      : []),
    ...(types.includes("array") && schema.maxItems === undefined ? [`${at}: a list without limit`] : []),
    ...(schema.items ? unbounded(schema.items, `${at}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => unbounded(part, `${at}.${name}`)),
  ];
}

describe("every endpoint", () => {
  test("bounds everything that a caller sends", () => {
    const found = endpoints.flatMap((endpoint) => {
      const { parameters = [], requestBody } = endpoint.described;
      const body = requestBody?.content["application/json"]?.schema;
      return [
        ...parameters.flatMap(({ name, schema }) => unbounded(schema, `${nameOf(endpoint)} ?${name}`)),
        ...(body ? unbounded(body, nameOf(endpoint)) : []),
      ];
    });
    expect(found).toEqual([]);
  });

  test("says who may call it, in two languages, and how it may refuse", () => {
    const found = endpoints.flatMap((endpoint) => {
      const { described } = endpoint;
      const lacking = ["400", "401", "403", "404", "406", "422", "429", "500", "503"].filter(
        (status) => !described.responses[status],
      );
      return [
        ...lacking.map((status) => `${nameOf(endpoint)}: no ${status}`),
        ...(described.security?.length ? [] : [`${nameOf(endpoint)}: no security`]),
        ...(described.summary && described.description && described.tags?.length
          ? []
          : [`${nameOf(endpoint)}: no words`]),
      ];
    });
    expect(found).toEqual([]);
  });

  test("has an example of each answer and body, good by its own schema", () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    ajv.addSchema({ $id: "document", components: document.components });
    const seen = new Set<Media>();
    const found = endpoints.flatMap((endpoint) => {
      const { responses, requestBody } = endpoint.described;
      const all = [...Object.values(responses).flatMap((one) => Object.entries(mediaOf(one)))];
      all.push(...Object.entries(requestBody?.content ?? {}));
      return all
        .filter(([type, media]) => type.endsWith("json") && !seen.has(media) && seen.add(media))
        .flatMap(([, media]) => {
          const examples = media.examples
            ? Object.values(media.examples).map(({ value }) => value)
            : [media.example];
          const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', '"document#/'));
          const check = ajv.compile(schema);
          return examples.flatMap((one) =>
            check(one) ? [] : [`${nameOf(endpoint)}: ${ajv.errorsText(check.errors)}`],
          );
        });
    });
    expect([...new Set(found)]).toEqual([]);
  }, 60_000);
});
