import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { type MatrixWorld, matrixWorld, visit } from "@/lib/oversight/policy-matrix-world.testing";
import { api } from "./application";
import { type Endpoint, endpointsOf } from "./fuzz/document.testing";

let test_: TestWorld;
let world: MatrixWorld;
let token: string;
let endpoints: Endpoint[];

beforeAll(async () => {
  test_ = await testWorld();
  world = await matrixWorld(test_.db);
  await visit(world, world.objects.own);
  token = await signAccessToken(world.actors.admin.id as number, 1, new Date());
  const document = await (await api.request("/api/services_personne/openapi.json")).json();
  // Public keys are a file for programs, not an operation.
  endpoints = endpointsOf(document).filter(({ described }) => described["x-operation"]);
});
afterAll(() => test_.close());

const patternOf = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);

type Init = { headers?: Record<string, string>; body?: string; query?: string; method?: string };
const json = { "content-type": "application/json" };

function call({ verb, path }: Endpoint, { query = "", headers, method, body }: Init = {}) {
  const address = path.replace(/\{\w+\}/g, "1");
  return api.request(`http://dihya.test${address}${query}`, {
    method: method ?? verb.toUpperCase(),
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

/** What the chosen endpoints answer, those left out that answer as they should. */
async function others(chosen: Endpoint[], init: Init, code: string): Promise<string[]> {
  expect(chosen.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const endpoint of chosen) {
    const answer = await call(endpoint, init);
    const text = await answer.text();
    const problem = answer.headers.get("content-type") === "application/problem+json";
    const seen = problem ? JSON.parse(text).code : `${answer.status}`;
    if (seen !== code) found.push(`${endpoint.verb} ${endpoint.path}: ${seen}`);
  }
  return found;
}

/** Those that read JSON and nothing else. */
const writing = () =>
  endpoints.filter(
    ({ described }) => Object.keys(described.requestBody?.content ?? {}).join() === "application/json",
  );

describe("every endpoint", () => {
  test("refuses a parameter that it does not know", async () => {
    const body = (one: Endpoint) => (writing().includes(one) ? { body: "{}", headers: json } : {});
    for (const one of endpoints)
      expect(await others([one], { query: "?couleur=bleu", ...body(one) }, "unknownParameter")).toEqual([]);
  });

  test("refuses a form of answer that it does not have, before it does anything", async () => {
    const answering = endpoints.filter(({ described }) => !described.responses[204]);
    expect(await others(answering, { headers: { accept: "image/png" } }, "notAcceptable")).toEqual([]);
  });

  test("refuses a token that is none", async () => {
    const headers = { authorization: "Bearer a.b.c" };
    expect(await others(endpoints, { headers }, "tokenExpired")).toEqual([]);
  });

  test("refuses a body that is no JSON, is in another form, or is too long", async () => {
    expect(await others(writing(), { body: "[", headers: json }, "malformed")).toEqual([]);
    const form = { body: "a=1", headers: { "content-type": "text/plain" } };
    expect(await others(writing(), form, "unsupportedMediaType")).toEqual([]);
    const long = { body: `"${"a".repeat(1_000_001)}"`, headers: json };
    expect(await others(writing(), long, "payloadTooLarge")).toEqual([]);
  });

  test("that makes something refuses a bad Idempotency-Key", async () => {
    const posts = endpoints.filter(({ verb }) => verb === "post");
    const headers = { ...json, "idempotency-key": "x".repeat(300) };
    expect(await others(posts, { body: "{}", headers }, "validation")).toEqual([]);
  });

  test("names the methods that its address has", async () => {
    for (const endpoint of endpoints) {
      const there = endpoints
        .filter(({ path }) => path === endpoint.path)
        .map(({ verb }) => verb.toUpperCase());
      // `/notifications/push/` is also a `/notifications/{id}/`, which has methods of its own.
      const covering = endpoints.filter(({ path }) => patternOf(path).test(endpoint.path));
      const taken = covering.map(({ verb }) => verb.toUpperCase());
      const absent = ["POST", "PATCH", "PUT", "DELETE"].find((method) => !taken.includes(method));
      if (!absent) continue;
      const answer = await call(endpoint, { method: absent });
      expect(`${endpoint.path} ${answer.status}`).toBe(`${endpoint.path} 405`);
      for (const method of there) expect(answer.headers.get("allow")?.split(", ")).toContain(method);
      expect((await answer.json()).code).toBe("methodNotAllowed");
    }
  });
});

describe("every single resource that can be changed", () => {
  test("is changed only as it was read, when If-Match says so", async () => {
    const changed = endpoints.filter(
      ({ verb, path }) =>
        verb === "patch" &&
        path.endsWith("}/") &&
        endpoints.some((one) => one.verb === "get" && one.path === path),
    );
    let tried = 0;
    for (const endpoint of changed) {
      const read = await call({ ...endpoint, verb: "get" });
      const etag = read.headers.get("etag");
      if (read.status !== 200 || !etag) continue;
      tried += 1;
      expect(etag).toMatch(/^"[^"]+"$/);
      const stale = await call(endpoint, { body: "{}", headers: { ...json, "if-match": '"autre"' } });
      expect(`${endpoint.path} ${stale.status}`).toBe(`${endpoint.path} 412`);
      const fresh = await call(endpoint, { body: "{}", headers: { ...json, "if-match": etag } });
      expect([200, 422], endpoint.path).toContain(fresh.status);
    }
    expect(tried).toBeGreaterThan(3);
  });

  test("lets one of two who read the same version change it", async () => {
    const path = `/api/services_personne/clients/{id}/`;
    const one = endpoints.find((endpoint) => endpoint.path === path && endpoint.verb === "patch") as Endpoint;
    const etag = (await call({ ...one, verb: "get" })).headers.get("etag") as string;
    const change = (telephone: string) =>
      call(one, { body: JSON.stringify({ telephone }), headers: { ...json, "if-match": etag } });
    const answers = await Promise.all([change("0139980001"), change("0139980002")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
