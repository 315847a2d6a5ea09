import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { streamLines } from "@/lib/delivery/stream-lines";
import { csvOf, jsonOf, ndjsonOf } from "@/lib/delivery/stream-list";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { exportAudit } from "./export-audit";

/** Entries of the log; e2e/faults/export-memory.ts asks for 500,000. */
const EVENTS = Number(process.env.EXPORT_EVENTS ?? 10_000);
const MB = 1_048_576;

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  for (let from = 0; from < EVENTS; from += 10_000)
    await world.db.execute(sql`select count(audit_append('client:' || n % 5000,
      '{"act":"client.read","actor":{"id":7,"role":"gestionnaire","t":"user"},"data":{},"id":"' || u || '","pd":null,"prev":"',
      '","req":"r","res":{"id":"' || n % 5000 || '","t":"client","ver":null},"seq":',
      ',"stream":"client:' || n % 5000 || '","ts":"2026-03-10T08:00:00.000000Z","v":1}', u, '2026-03-10T08:00:00Z',
      'user', 7, 'gestionnaire', 'client.read', 'client', (n % 5000)::text, 'ok', 'r', null))
      from (select n, gen_random_uuid() as u from generate_series(${from + 1}::integer, ${Math.min(from + 10_000, EVENTS)}::integer) n) x`);
}, 3_600_000);
afterAll(() => world.close());

const auditeur = () => contextFor(world.db, actor("auditeur", { id: 9 }));
const exported = async (format: "csv" | "json" | "ndjson") =>
  (await exportAudit(auditeur(), { objet: "client", format })).pages();
/** What the log says of exports, oldest first. */
async function lines(): Promise<Record<string, unknown>[]> {
  const rows = await world.db.execute<{ canon: string }>(
    sql`select canon from audit where action = 'audit.export' order by id`,
  );
  return [...rows].map(({ canon }) => JSON.parse(canon).data);
}
async function read(texts: AsyncGenerator<string>): Promise<string> {
  let all = "";
  for await (const text of texts) all += text;
  return all;
}

// First: what the others leave behind must not hide what it takes.
test("memory stays flat however long the log is, and both ends of the export are in the log", async () => {
  const before = (await lines()).length;
  const pages = ndjsonOf(await exported("ndjson"));
  const reader = streamLines(pages).getReader();
  const start = process.memoryUsage().rss;
  let peak = 0;
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes += value.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const grown = Math.round((peak - start) / MB);
  console.log(`export: ${EVENTS} entries, ${Math.round(bytes / MB)} MB sent, memory grew by ${grown} MB`);
  expect(grown).toBeLessThan(200);
  expect((await lines()).slice(before)).toEqual([{}, { entrees: EVENTS, complet: true }]);
}, 600_000);

test.skipIf(EVENTS > 50_000)(
  "every form of an export holds every entry once, newest first, under one set of pseudonyms",
  async () => {
    const ndjson = (await read(ndjsonOf(await exported("ndjson")))).trimEnd().split("\n");
    const rows = ndjson.map((line) => JSON.parse(line) as { id: number; objet: string });
    expect(ndjson.length).toBe(EVENTS);
    for (const [index, { id }] of rows.entries()) expect(id).toBeLessThan(rows[index - 1]?.id ?? Infinity);
    // The same client has the same name in the first page and in the last.
    const names = new Map(rows.map(({ objet }) => [objet, 0]));
    expect(names.size).toBe(Math.min(5000, EVENTS));
    const json = JSON.parse(await read(jsonOf(await exported("json")))) as { id: number }[];
    expect(json.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const csv = (await read(csvOf(await exported("csv")))).trimEnd().split("\r\n");
    expect(csv.length).toBe(EVENTS + 1);
    expect(csv[1]).toMatch(new RegExp(`^${rows[0]?.id},`));
  },
);

test("an export that its reader cuts off is in the log as cut off", async () => {
  const before = (await lines()).length;
  const reader = streamLines(csvOf(await exported("csv"))).getReader();
  await reader.read();
  await reader.cancel();
  const [begun, ended] = (await lines()).slice(before);
  expect(begun).toEqual({});
  expect(ended).toMatchObject({ complet: false });
  expect(Number(ended?.entrees)).toBeLessThan(EVENTS);
});

test("an export of nothing is a whole file all the same", async () => {
  const none = async () => (await exportAudit(auditeur(), { objet: "devis", format: "json" })).pages();
  expect(JSON.parse(await read(jsonOf(await none())))).toEqual([]);
  expect(await read(ndjsonOf(await none()))).toBe("");
  expect(await read(csvOf(await none()))).toBe("\uFEFF\r\n");
});
