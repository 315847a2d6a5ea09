import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { idempotence } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { idempotenceOf } from "@/lib/foundation/idempotence";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { type MatrixWorld, matrixWorld } from "@/lib/oversight/policy-matrix-world.testing";
import { api } from "./application";
import { type Endpoint, endpointsOf } from "./fuzz/document.testing";
import { type Post, posts, stopPlugins } from "./posts.testing";

const document = await (await api.request("/api/services_personne/openapi.json")).json();
const all = endpointsOf(document).filter(({ verb }) => verb === "post");

/** Where a key has nothing to do, by the name of the endpoint. */
const shownOnce = "its answer holds a secret, which is kept nowhere";
const without: Record<string, string> = {
  "token.create": shownOnce,
  "token.revoke": "a guest's keys are nobody's; revoked twice is revoked",
  "cle.create": shownOnce,
  "webhook.create": shownOnce,
  "webhook.rotate": shownOnce,
  "abonnement.create": shownOnce,
  "abonnement.renew": shownOnce,
  "session.endOthers": "what is ended stays so",
  "secondFacteur.prepare": shownOnce,
  "secondFacteur.activate": shownOnce,
  "secondFacteur.renewCodes": shownOnce,
  "secondFacteur.remove": "a code opens once, and what it removed is gone",
  "devis.simulate": "changes nothing",
  "devis.preview": "changes nothing",
  "import.preview": "changes nothing",
};
const keyed = all.filter(({ described }) => !without[described.operationId]);

let test_: TestWorld;
let world: MatrixWorld;
let made = 0;

beforeAll(async () => {
  test_ = await testWorld();
  world = await matrixWorld(test_.db);
});
afterAll(() => {
  stopPlugins();
  return test_.close();
});

type Sent = { endpoint: Endpoint; post: Post; key?: string };

async function send({ endpoint, post, key }: Sent): Promise<Response> {
  const { id } = world.actors[posts[endpoint.described.operationId]?.who ?? "admin"];
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => String(post.path?.[name]));
  return api.request(`http://dihya.test${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await signAccessToken(id ?? 0, 1, new Date())}`,
      "content-type": "application/json",
      ...(key ? { "idempotency-key": key } : {}),
    },
    body: JSON.stringify(post.body),
  });
}

const newPost = async ({ described }: Endpoint): Promise<Post> =>
  (await posts[described.operationId]?.make(world, ++made)) ?? { body: {} };

/** Lines of the log that say that the request did something. */
const effectsOf = (answer: Response) =>
  test_.db
    .select()
    .from(audit)
    .where(and(eq(audit.requete, answer.headers.get("x-request-id") ?? ""), eq(audit.resultat, "ok")));

test("every POST of the document keeps its key, but those that are named with their reason", () => {
  const names = all.map(({ described }) => described.operationId);
  expect(Object.keys(without).filter((name) => !names.includes(name))).toEqual([]);
  expect(keyed.map(({ described }) => described.operationId).filter((name) => !posts[name])).toEqual([]);
  expect(keyed.length).toBeGreaterThan(35);
});

describe.each(keyed.map((endpoint) => [endpoint.path, endpoint] as const))("POST %s", (_path, endpoint) => {
  test("acts once under one key, answers the same again, and refuses another request under it", async () => {
    const [post, other] = [await newPost(endpoint), await newPost(endpoint)];
    const key = `cle-${endpoint.described.operationId}`;
    const first = await send({ endpoint, post, key });
    const text = await first.text();
    expect(first.status, text).toBeLessThan(300);
    const again = await send({ endpoint, post, key });
    expect(again.status).toBe(first.status);
    expect(await again.text()).toBe(text);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(await effectsOf(first)).not.toEqual([]);
    expect(await effectsOf(again)).toEqual([]);

    const differs =
      JSON.stringify(post) === JSON.stringify(other) ? { ...post, body: { ...post.body, x: 1 } } : other;
    const mismatch = await send({ endpoint, post: differs, key });
    expect(mismatch.status).toBe(422);
    expect((await mismatch.json()).code).toBe("idempotencyMismatch");
    expect(await effectsOf(mismatch)).toEqual([]);
  });
});

test("a request whose twin is still running is told to come back", async () => {
  const endpoint = keyed.find(({ described }) => described.operationId === "client.create") as Endpoint;
  const post = await newPost(endpoint);
  const kept = idempotenceOf("en-cours", world.actors.admin.id, {
    method: "POST",
    path: endpoint.path,
    input: post.body,
  });
  const twin = openDatabase(test_.url, { max: 1 });
  await twin.db.transaction(async (tx) => {
    const times = { expireLe: new Date(Date.now() + 3_600_000), creeLe: new Date() };
    await tx.insert(idempotence).values({ cle: "", empreinte: "", ...kept, ...times });
    const answer = await send({ endpoint, post, key: "en-cours" });
    expect(answer.status).toBe(409);
    expect((await answer.json()).code).toBe("idempotencyRunning");
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await effectsOf(answer)).toEqual([]);
  });
  await twin.close();
});

test("a request that was refused may be sent again under its key", async () => {
  const endpoint = keyed.find(({ described }) => described.operationId === "client.create") as Endpoint;
  const refused = await send({ endpoint, post: { body: {} }, key: "refusee" });
  expect(refused.status).toBe(422);
  expect((await send({ endpoint, post: await newPost(endpoint), key: "refusee" })).status).toBe(201);
});
