import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { addressHeader } from "@/lib/delivery/client-address";
import { newSession, sealSession, sessionCookieName } from "@/lib/delivery/session";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { createCle } from "@/lib/interop/create-cle";
import { GET as throughNext } from "./[[...path]]/route";
import { api } from "./application";

let world: TestWorld;
let agenceId: number;

beforeAll(async () => {
  Object.assign(process.env, { DIHYA_LIMIT_ACCOUNT: "5", DIHYA_LIMIT_ADDRESS: "8", DIHYA_LIMIT_GUEST: "3" });
  world = await testWorld();
  agenceId = (await addAgence(world.db)).id;
});
afterAll(() => world.close());

let last = 0;
const newAddress = () => `198.51.100.${++last}`;
type From = { address?: string; token?: string; headers?: Record<string, string>; method?: string };

function call(path: string, { address = newAddress(), token, headers, method = "GET" }: From = {}) {
  const authorization = token ? { authorization: `Bearer ${token}` } : undefined;
  const request = new Request(`http://dihya.test/api/services_personne${path}`, {
    method,
    headers: { [addressHeader]: address, ...authorization, ...headers },
  });
  return api.fetch(request);
}

async function newAccount(role: "gestionnaire" | "admin" = "gestionnaire") {
  const { id } = await addUtilisateur(world.db, { role, agenceIds: [agenceId] });
  return { id, token: await signAccessToken(id, 1, new Date()) };
}

/** Statuses of `times` calls, one after another. */
async function statuses(times: number, one: () => Response | Promise<Response>): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < times; at++) found.push((await one()).status);
  return found;
}

async function expectRefused(answer: Response, policy: string, most: number): Promise<void> {
  const wait = Number(answer.headers.get("retry-after"));
  expect(answer.status).toBe(429);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 429, code: "rateLimited" });
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(answer.headers.get("ratelimit-policy")).toContain(`"${policy}";q=${most};w=60`);
  expect(answer.headers.get("ratelimit")).toContain(`"${policy}";r=0;t=${wait}`);
}

describe("every answer says what is left", () => {
  const answers: [number, string, From][] = [
    [200, "/clients/", {}],
    [304, "/moi/", { headers: { "if-none-match": "*" } }],
    [404, "/nulle-part/", {}],
    [405, "/clients/", { method: "DELETE" }],
    [406, "/clients/", { headers: { accept: "image/png" } }],
    [422, "/clients/?couleur=bleu", {}],
    [200, "/openapi.json", {}],
    [200, "/auth/jwks/", {}],
    [401, "/activites/", { headers: { authorization: "Basic YTpi" } }],
  ];

  test.each(answers)("%i %s", async (status, path, from) => {
    const { token } = await newAccount();
    const answer = await call(path, { token, ...from });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("ratelimit-policy")).toMatch(
      /^"address";q=8;w=60(, "(account|guest)";q=[35];w=60)?$/,
    );
    expect(answer.headers.get("ratelimit")).toMatch(/^"address";r=7;t=60(, "(account|guest)";r=[24];t=60)?$/);
  });

  test("through Next's door as through the other, counted together", async () => {
    const { token } = await newAccount();
    const headers = { [addressHeader]: newAddress(), authorization: `Bearer ${token}` };
    const request = () => new Request("http://dihya.test/api/services_personne/moi/", { headers });
    await api.fetch(request());
    const answer = await throughNext(request());
    expect(answer.headers.get("ratelimit")).toMatch(/^"address";r=6;t=\d+, "account";r=3;t=\d+$/);
  });
});

describe("beyond its limit", () => {
  test("an account is refused wherever it calls from, and another is not", async () => {
    const [one, other] = [await newAccount(), await newAccount()];
    expect(await statuses(5, () => call("/moi/", one))).toEqual([200, 200, 200, 200, 200]);
    await expectRefused(await call("/moi/", one), "account", 5);
    expect((await call("/moi/", other)).status).toBe(200);
  });

  test("a browser's session counts as its account", async () => {
    const { id, token } = await newAccount();
    const sealed = await sealSession(newSession({ id, versionJeton: 1, role: "gestionnaire" }));
    const headers = { cookie: `${sessionCookieName()}=${sealed}` };
    expect(await statuses(5, () => call("/moi/", { headers }))).toEqual([200, 200, 200, 200, 200]);
    await expectRefused(await call("/moi/", { token }), "account", 5);
  });

  test("an address is refused whoever calls, and another is not", async () => {
    const address = newAddress();
    for (let at = 0; at < 8; at++)
      expect((await call("/moi/", { address, ...(await newAccount()) })).status).toBe(200);
    const account = await newAccount();
    await expectRefused(await call("/moi/", { address, ...account }), "address", 8);
    expect((await call("/moi/", account)).headers.get("ratelimit")).toContain('"account";r=4');
  });

  test("guests of an address are refused, and accounts there are not", async () => {
    const address = newAddress();
    expect(await statuses(3, () => call("/activites/", { address }))).toEqual([200, 200, 200]);
    await expectRefused(await call("/activites/", { address }), "guest", 3);
    expect((await call("/moi/", { address, ...(await newAccount()) })).status).toBe(200);
  });

  test("a wrong token is a guest's, so that guessing ends as soon", async () => {
    const address = newAddress();
    const guess = () => call("/moi/", { address, token: "dihya_nimporte" });
    expect(await statuses(3, guess)).toEqual([401, 401, 401]);
    await expectRefused(await guess(), "guest", 3);
  });

  test("a partner key is counted apart from the account that made it", async () => {
    const { id, token } = await newAccount("admin");
    const context = contextFor(world.db, actor("admin", { id }), { now: new Date() });
    const { secret } = await createCle(context, { nom: "Paie", portees: ["client:read"] });
    expect(await statuses(5, () => call("/clients/", { token: secret }))).toEqual([200, 200, 200, 200, 200]);
    await expectRefused(await call("/clients/", { token: secret }), "key", 5);
    expect((await call("/moi/", { token })).status).toBe(200);
  });
});
