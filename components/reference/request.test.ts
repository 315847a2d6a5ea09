import { expect, test } from "vitest";
import { commandOf, prepare } from "./request";

const asked = {
  verb: "GET",
  path: "/api/services_personne/clients/{id}/",
  parameters: [
    { name: "id", place: "path" as const },
    { name: "q", place: "query" as const },
    { name: "limit", place: "query" as const },
  ],
  values: { id: "7/..", q: "Petit & fils", limit: "" },
  accept: "text/csv",
  language: "fr",
  token: "abc",
};

test("what is typed stays a value: it changes neither the path nor the other parameters", () => {
  expect(prepare(asked)).toEqual({
    url: "/api/services_personne/clients/7%2F../?q=Petit+%26+fils",
    method: "GET",
    headers: { accept: "text/csv", "accept-language": "fr", authorization: "Bearer abc" },
  });
});

test("a body goes out as JSON, and a guest's request without a token", () => {
  const prepared = prepare({ ...asked, verb: "POST", body: "{}", token: "", accept: "" });
  expect(prepared).toMatchObject({ method: "POST", body: "{}" });
  expect(prepared.headers).toEqual({ "accept-language": "fr", "content-type": "application/json" });
});

test("the command of a shell holds no token, and quotes what a shell would read", () => {
  const prepared = prepare({ ...asked, verb: "POST", body: `{"nom":"L'Aube"}` });
  expect(commandOf(prepared, "https://dihya.test")).toBe(
    [
      "curl -i -X POST 'https://dihya.test/api/services_personne/clients/7%2F../?q=Petit+%26+fils'",
      "  -H 'accept: text/csv'",
      "  -H 'accept-language: fr'",
      "  -H 'content-type: application/json'",
      '  -H "authorization: Bearer $TOKEN"',
      `  -d '{"nom":"L'\\''Aube"}'`,
    ].join(" \\\n"),
  );
});
