// npm run bench:api — reads, lists and writes over HTTP at 1, 16 and 64 connections, through both doors.
import { availableParallelism } from "node:os";
import autocannon from "autocannon";
import { type Product, startProduct } from "./product.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const CONNECTIONS = [1, 16, 64];
const BASE = "/api/services_personne";

type Scenario = { name: string; request: (product: Product) => autocannon.Request };

const scenarios: Scenario[] = [
  { name: "read /prestations/7/", request: () => ({ method: "GET", path: `${BASE}/prestations/7/` }) },
  {
    name: "list /plannings/ (week)",
    request: ({ week }) => ({ method: "GET", path: `${BASE}/plannings/?intervenant_id=5&semaine=${week}` }),
  },
  {
    name: "write /prestations/",
    request: () => ({
      method: "POST",
      path: `${BASE}/prestations/`,
      body: JSON.stringify({ client_id: 12, type: "menage", date: "2025-09-11T09:00:00", duree: 1 }),
    }),
  },
];

type Row = {
  door: string;
  processes: number;
  scenario: string;
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  bad: number;
};
const rows: Row[] = [];

for (const processes of [...new Set([1, availableParallelism()])]) {
  for (const door of ["fast", "next"] as const) {
    const product = await startProduct({ processes, door });
    try {
      for (const scenario of scenarios)
        for (const connections of CONNECTIONS)
          rows.push(await measure(product, { processes, door, scenario, connections }));
    } finally {
      await product.stop();
    }
  }
}
report(rows);

async function measure(
  product: Product,
  {
    processes,
    door,
    scenario,
    connections,
  }: { processes: number; door: string; scenario: Scenario; connections: number },
): Promise<Row> {
  const headers = { authorization: `Bearer ${product.token}`, "content-type": "application/json" };
  const request = { ...scenario.request(product), headers };
  const run = (duration: number) =>
    autocannon({ url: product.url, connections, duration, requests: [request] });
  await run(1);
  const result = await run(SECONDS);
  const bad = result.non2xx + result.errors;
  const row = {
    door,
    processes,
    scenario: scenario.name,
    connections,
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    bad,
  };
  console.log(line(row));
  return row;
}

function line(row: Row): string {
  const name = `${row.processes} process ${row.door.padEnd(4)} ${row.scenario.padEnd(24)} ${String(row.connections).padStart(2)} conn`;
  return `${name} ${String(row.perSecond).padStart(6)}/s  p50 ${row.p50} ms  p99 ${row.p99} ms  not 2xx ${row.bad}`;
}

/** Ratios hold from machine to machine; absolute figures do not. */
function report(all: readonly Row[]): void {
  console.log("\nfast door over Next door, same scenario, processes and connections:");
  for (const fast of all.filter((row) => row.door === "fast")) {
    const twin = all.find(
      (row) =>
        row.door === "next" &&
        row.scenario === fast.scenario &&
        row.processes === fast.processes &&
        row.connections === fast.connections,
    );
    if (twin)
      console.log(
        `  ${fast.processes} process ${fast.scenario} ${fast.connections} conn: ×${(fast.perSecond / twin.perSecond).toFixed(2)}`,
      );
  }
}
