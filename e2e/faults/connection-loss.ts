// F3: every database connection is ended twice a second for a minute under mixed work.
// The web process must survive, callers may see 503 or 409 only, and nothing acknowledged may be lost.
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { startProduct } from "../../bench/product.ts";
import { conclude } from "./support/figures.ts";

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

const odd = [...statuses.keys()].filter((one) => ![200, 201, 409, 503].includes(Number(one)));
const alive = pidBefore === pidAfter;
const reads = after.filter((one) => one.status === 200).length;
conclude(
  `F3 ${ended} connections ended in ${SECONDS} s`,
  [
    { what: "ended", seen: ended, target: `> ${SECONDS}`, ok: ended > SECONDS },
    { what: "web process", seen: alive ? "alive" : "gone", target: "alive", ok: alive },
    { what: "answers beside 2xx, 503, 409", seen: odd.length, target: "0", ok: odd.length === 0 },
    { what: "reads once it is over", seen: `${reads} of 64`, target: "64", ok: reads === 64 },
    {
      what: "acknowledged writes kept",
      seen: `${stored.length} of ${acknowledged.length}`,
      target: "all",
      ok: stored.length === acknowledged.length,
    },
    {
      what: "lines in the log",
      seen: logged[0]?.n,
      target: "as many",
      ok: logged[0]?.n === acknowledged.length,
    },
  ],
  [`statuses ${JSON.stringify(Object.fromEntries(statuses))}`],
);

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
