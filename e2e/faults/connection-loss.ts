// npm run test:faults — F3: every database connection is ended twice a second for a minute under mixed work.
// The web process must survive, callers may see 503 or 409 only, and nothing acknowledged may be lost.
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { startProduct } from "../../bench/product.ts";

const SECONDS = Number(process.env.FAULT_SECONDS ?? 60);
const CLIENTS = 32;
const BASE = "/api/services_personne";

const product = await startProduct({ processes: 1, name: "f3" });
const owner = postgres(product.databaseUrl, { max: 1, onnotice: () => {} });
const pidBefore = product.webPids().join(",");
const statuses = new Map<number | string, number>();
const acknowledged: number[] = [];
let storming = true;

const workers = Array.from({ length: CLIENTS }, (_, index) => work(index));
const end = Date.now() + SECONDS * 1000;
let ended = 0;
while (Date.now() < end) {
  const rows = await owner`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'dihya' and pid <> pg_backend_pid()`;
  ended += rows.length;
  await pause(500);
}
storming = false;
await Promise.all(workers);
await pause(1000);

const after = await Promise.all(Array.from({ length: 64 }, () => request("GET", "/prestations/7/")));
const stored = await owner`select id from prestations where id = any(${acknowledged})`;
const logged =
  await owner`select count(*)::int as n from audit where action = 'prestation.create' and resultat = 'ok'
  and objet_id = any(${acknowledged.map(String)})`;
const pidAfter = product.webPids().join(",");
await owner.end();
await product.stop();

const checks: [string, boolean, unknown][] = [
  ["connections were ended", ended > SECONDS, ended],
  ["the web process survived", pidBefore === pidAfter, `${pidBefore} → ${pidAfter}`],
  [
    "callers saw 2xx, 503 or 409 only",
    [...statuses.keys()].every((one) => [200, 201, 409, 503].includes(Number(one))),
    Object.fromEntries(statuses),
  ],
  [
    "the pool is full again: 64 reads of 64 succeed",
    after.every((one) => one.status === 200),
    after.filter((one) => one.status !== 200).length,
  ],
  [
    "no acknowledged write is lost",
    stored.length === acknowledged.length,
    `${stored.length} of ${acknowledged.length}`,
  ],
  ["each has its line in the log", logged[0]?.n === acknowledged.length, logged[0]?.n],
];
for (const [name, ok, seen] of checks)
  console.log(`${ok ? "ok  " : "FAIL"} ${name} (${typeof seen === "string" ? seen : JSON.stringify(seen)})`);
process.exit(checks.every(([, ok]) => ok) ? 0 : 1);

async function work(index: number): Promise<void> {
  while (storming) {
    const write = index % 2 === 0;
    const answer = write
      ? await request("POST", "/prestations/", {
          client_id: 12,
          type: "menage",
          date: "2025-09-11T09:00:00",
          duree: 1,
        })
      : await request("GET", "/prestations/7/");
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 201) acknowledged.push((answer.body as { id: number }).id);
  }
}

async function request(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number | string; body: unknown }> {
  try {
    const answer = await fetch(`${product.url}${BASE}${path}`, {
      method,
      headers: { authorization: `Bearer ${product.token}`, "content-type": "application/json" },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    return { status: String((error as Error).cause ?? error), body: null };
  }
}
