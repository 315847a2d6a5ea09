import { mkdirSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { utilisateurs } from "@/db/schema/organisation";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import {
  absence,
  booking,
  draft,
  issued,
  type MatrixWorld,
  matrixWorld,
  programmation,
  quote,
  rapport,
  review,
  rightsRequest,
  visit,
} from "@/lib/oversight/policy-matrix-world.testing";
import { api } from "../application";
import { stopPlugins } from "../posts.testing";
import { Answers, isOurFailure } from "./answers.testing";
import { type Document, type Endpoint, endpointsOf } from "./document.testing";
import { granted, nearOf, sentAs } from "./granted.testing";
import { type Caller, callers, requestsOf, type Sent } from "./requests.testing";
import { activites } from "./values.testing";

const WANTED = Number(process.env.FUZZ_REQUESTS ?? 20_400);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_310);
const AT_ONCE = 8;
/** Of each endpoint's requests, as many are a granted one with one thing changed. */
const NEAR = 4;
/** These hash a password, on purpose a slow thing. */
const slow = new Set(["token.create", "account.register", "account.resetPassword", "moi.update"]);

let test_: TestWorld;
let world: MatrixWorld;
const tokens = new Map<Caller, string>();

beforeAll(async () => {
  test_ = await testWorld();
  world = await matrixWorld(test_.db);
  activites.push(world.code);
  for (const who of Object.values(world.objects)) {
    for (const make of [visit, booking, absence, draft, issued, review, quote, rapport, programmation])
      await make(world, who);
    await rightsRequest(world, who, "client", "recue");
  }
});
afterAll(() => {
  stopPlugins();
  return test_.close();
});

/** Generated requests change accounts too: each round begins with those of the test as they were. */
async function sameAccounts(): Promise<void> {
  for (const caller of callers) {
    const { id } = world.actors[caller];
    if (id === null || caller === "guest") continue;
    const values = { role: caller, actif: true, versionJeton: 1 };
    await test_.db.update(utilisateurs).set(values).where(eq(utilisateurs.id, id));
    tokens.set(caller, await signAccessToken(id, 1, new Date()));
  }
}

async function send({ caller, method, url, headers, body }: Sent): Promise<Response> {
  const token = tokens.get(caller);
  const all = token && !headers.authorization ? { ...headers, authorization: `Bearer ${token}` } : headers;
  return api.request(url, { method, headers: all, body });
}

test("every answer to any request is in the document, and none is a failure of ours", async () => {
  const document = (await (await api.request("/api/services_personne/openapi.json")).json()) as Document;
  const endpoints = endpointsOf(document);
  const answers = new Answers(document);
  const faults = new Map<string, string>();
  const counts: Record<string, number> = {};
  const succeeded = new Set<string>();
  let done = 0;

  const one = async (endpoint: Endpoint, sent: Sent) => {
    const answer = await send(sent);
    const { status } = answer;
    const fault = await answers.fault(endpoint, answer);
    done += 1;
    counts[status] = (counts[status] ?? 0) + 1;
    if (status < 300) succeeded.add(endpoint.described.operationId);
    const name = `${sent.method} ${endpoint.path} ${status}`;
    if (fault && !faults.has(name))
      faults.set(name, `${name}: ${fault}\n  ${JSON.stringify(sent).slice(0, 600)}`);
  };

  await sameAccounts();
  const near: { endpoint: Endpoint; sent: Sent; at: number }[] = [];
  for (const endpoint of endpoints) {
    // Ends to sessions are granted too: what comes after them begins with new ones.
    await one(endpoint, sentAs(await granted(endpoint, world)));
    if (endpoint.described["x-operation"]?.startsWith("session.")) await sameAccounts();
    for (let at = 0; at < NEAR; at++) {
      const [sent] = fc.sample(nearOf(await granted(endpoint, world), callers), {
        numRuns: 1,
        seed: SEED + at,
      });
      if (sent) near.push({ endpoint, sent, at });
    }
  }

  const fast = endpoints.filter(({ described }) => !slow.has(described["x-operation"] ?? ""));
  const each = Math.ceil((WANTED - 60 * (endpoints.length - fast.length)) / fast.length);
  const queue = endpoints.flatMap((endpoint) => {
    const numRuns = fast.includes(endpoint) ? each : 60;
    return fc
      .sample(requestsOf(endpoint), { numRuns, seed: SEED })
      .map((sent, at) => ({ endpoint, sent, at }));
  });
  // Every endpoint a little at a time, so that what one makes the others find.
  queue.push(...near);
  queue.sort((a, b) => a.at - b.at);
  for (let from = 0; from < queue.length; from += 400) {
    await sameAccounts();
    const round = queue.slice(from, from + 400).values();
    const worker = async () => {
      for (const { endpoint, sent } of round) await one(endpoint, sent);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  const failures = Object.entries(counts).reduce(
    (sum, [status, n]) => sum + (isOurFailure(Number(status)) ? n : 0),
    0,
  );
  const relayed = (counts[502] ?? 0) + (counts[504] ?? 0);
  const missing = endpoints.map((e) => e.described.operationId).filter((id) => !succeeded.has(id));
  const never = missing.length > 0 ? `, never ${missing.join(" ")}` : "";
  const line = `contract: ${done} generated requests to ${endpoints.length} endpoints (${succeeded.size} of them answered 2xx${never}), ${failures} × 5xx of ours (${relayed} × 502 or 504 of a plugin), ${faults.size} answers outside the document`;
  mkdirSync("test-results/reports", { recursive: true });
  writeFileSync("test-results/reports/contract.txt", `${line}\n`);
  console.log(`${line}\n${JSON.stringify(counts)}`);
  if (process.env.FUZZ_REPORT) {
    writeFileSync(process.env.FUZZ_REPORT, `${line}\n${[...faults.values()].join("\n")}\n`);
  }
  expect([...faults.values()]).toEqual([]);
  expect(done).toBeGreaterThanOrEqual(WANTED);
  // What must exist beforehand is made in granted.testing.ts and posts.testing.ts: a new endpoint has its line there.
  expect(missing).toEqual([]);
}, 1_200_000);
