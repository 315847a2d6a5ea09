import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addAgence, addClient, addUtilisateur } from "@/db/testing-data";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { locales } from "@/lib/i18n/locales";
import { api } from "./application";

let world: TestWorld;
let token: string;
let clientId: number;

beforeAll(async () => {
  world = await testWorld();
  const agence = await addAgence(world.db);
  const manager = await addUtilisateur(world.db, { agenceIds: [agence.id] });
  for (let i = 0; i < 5; i++)
    clientId = (await addClient(world.db, agence.id, { nom: `=Formule ${i}` })).client.id;
  token = await signAccessToken(manager.id, 1, new Date());
});
afterAll(() => world.close());

type Init = { method?: string; headers?: Record<string, string>; body?: string };
const call = (path: string, { headers, ...init }: Init = {}) =>
  api.request(`http://dihya.test/api/services_personne${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
const json = { "content-type": "application/json" };

describe("every refusal", () => {
  const refusals: [number, string, string, Init?][] = [
    [404, "notFound", "/nulle-part/"],
    [405, "methodNotAllowed", "/clients/1/", { method: "PUT", body: "{}", headers: json }],
    [400, "malformed", "/clients/", { method: "POST", body: "{", headers: json }],
    [400, "malformed", "/clients/", { method: "POST", body: "[]", headers: json }],
    [400, "malformed", "/clients/", { method: "POST", body: '{"nom":"a\\u0000"}', headers: json }],
    [
      415,
      "unsupportedMediaType",
      "/clients/",
      { method: "POST", body: "nom=a", headers: { "content-type": "text/plain" } },
    ],
    [
      413,
      "payloadTooLarge",
      "/clients/",
      { method: "POST", body: `"${"a".repeat(1_000_001)}"`, headers: json },
    ],
    [422, "unknownParameter", "/clients/?couleur=bleu"],
    [422, "validation", "/clients/?limit=201"],
    [422, "validation", "/clients/?cursor=bidon"],
    [422, "validation", "/clients/?ordering=mot_de_passe"],
    [400, "malformed", `/clients/?ordering=id&cursor=${btoa('{"k":["x"],"d":"next"}')}`],
    [400, "malformed", "/prestations/?date_min=0000-01-01"],
    [422, "validation", "/clients/%00/"],
    [422, "validation", "/clients/", { method: "POST", body: "{}", headers: json }],
    [406, "notAcceptable", "/clients/", { headers: { accept: "image/png" } }],
    [401, "tokenExpired", "/clients/", { headers: { authorization: "Bearer nimporte.quoi" } }],
    [403, "forbidden", "/audit/"],
  ];

  test.each(refusals)("%i %s %s is a problem document", async (status, code, path, init) => {
    const answer = await call(path, init);
    const body = await answer.json();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({
      status,
      code,
      type: `/problemes/${code}`,
      request_id: answer.headers.get("x-request-id"),
    });
    expect(body.title.length * body.detail.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/ at |\.ts:|select |postgres/i);
  });

  test("speaks the caller's language", async () => {
    const titles = new Set<string>();
    for (const locale of locales) {
      const answer = await call("/nulle-part/", {
        headers: { "accept-language": locale === "tzm" ? "kab" : locale },
      });
      expect(answer.headers.get("content-language")).toBe(locale);
      titles.add((await answer.json()).title);
    }
    expect(titles.size).toBe(4);
  });

  test("names the methods that exist, and asks for a token", async () => {
    const wrong = await call("/clients/1/", { method: "PUT", body: "{}", headers: json });
    expect(wrong.headers.get("allow")?.split(", ").sort()).toEqual(["GET", "PATCH"]);
    const none = await api.request("/api/services_personne/clients/");
    expect(none.status).toBe(401);
    expect(none.headers.get("www-authenticate")).toContain("Bearer");
  });
});

describe("every answer", () => {
  test("is the same with and without the final slash", async () => {
    const [a, b] = await Promise.all([call(`/clients/${clientId}/`), call(`/clients/${clientId}`)]);
    expect(await a.json()).toEqual(await b.json());
    expect(b.status).toBe(200);
  });

  test("of a list pages by opaque links, in the body and in Link", async () => {
    const first = await call("/clients/?limit=2&ordering=id&count=true");
    const body = await first.json();
    expect(body).toMatchObject({ count: 5, previous: null });
    expect(first.headers.get("link")).toContain('rel="next"');
    const second = await (
      await api.request(`http://dihya.test${body.next}`, { headers: { authorization: `Bearer ${token}` } })
    ).json();
    const ids = [...body.results, ...second.results].map((one: { id: number }) => one.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(4);
  });

  test("of a list comes as CSV with its formulas neutralised", async () => {
    const answer = await call("/clients/", { headers: { accept: "text/csv" } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain("'=Formule 0");
    expect(text).not.toMatch(/[,\n]=Formule/);
    const lines = await world.db
      .select()
      .from(audit)
      .where(eq(audit.action, "client.list"))
      .orderBy(audit.id);
    const line = lines.at(-1);
    expect(line).toMatchObject({ objetType: "client", objetId: "-", resultat: "ok" });
    expect(line?.canon).toContain('"data":{"format":"csv","lignes":5}');
  });

  test("is not sent twice when nothing changed", async () => {
    const first = await call(`/clients/${clientId}/`);
    const etag = first.headers.get("etag") ?? "";
    const again = await call(`/clients/${clientId}/`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("to a creation is 201 with the place of what was made", async () => {
    const answer = await call("/clients/", {
      method: "POST",
      headers: json,
      body: JSON.stringify({ nom: "Neuf", prenom: "Lou" }),
    });
    const body = await answer.json();
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe(`/api/services_personne/clients/${body.id}/`);
  });
});

test("the OpenAPI document describes every route, each with its roles", async () => {
  const document = await (await call("/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.values(
    document.paths as Record<string, Record<string, { description: string; operationId: string }>>,
  ).flatMap((verbs) => Object.values(verbs));
  expect(operations.length).toBeGreaterThan(45);
  for (const one of operations.filter(({ operationId }) => operationId !== "jwks")) {
    expect(one.description, one.operationId).toContain("Roles:");
  }
});
