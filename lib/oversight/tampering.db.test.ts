import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "@/db/client";
import { appendAll } from "@/lib/foundation/audit/append";
import { sealLog } from "@/lib/foundation/audit/seal";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { classes, type Draw } from "./tampering.testing";
import { verifyLog } from "./verify-log";

/** How often each class is tried; e2e/faults/tampering.ts asks for 100. */
const ROUNDS = Number(process.env.TAMPER_ROUNDS ?? 3);
/** Events of the log in which there must be no alarm; e2e/faults/tampering.ts asks for a million. */
const EVENTS = Number(process.env.TAMPER_EVENTS ?? 10_000);
const MOST_NAMED = 100;

let world: TestWorld;
let owner: { db: Db; close: () => Promise<unknown> };
let kept: string;
const caught: Record<string, number> = {};

beforeAll(async () => {
  world = await testWorld();
  owner = openDatabase(world.url, { max: 1, role: "none" });
  const ctx = contextFor(world.db, actor("gestionnaire", { id: 7 }));
  const entry = (id: number) => ({
    action: "client.read",
    objet: { type: "client", id },
    resultat: "ok" as const,
  });
  for (let turn = 0; turn < 12; turn += 1) {
    await appendAll(world.db, ctx, [1, 2, 3, 4, 5, 6, 7, 8].map(entry));
    await sealLog(world.db, NOW);
  }
  const points = await world.db.execute<{ texte: string }>(
    sql`select texte from audit_points order by taille desc limit 1`,
  );
  kept = points[0]?.texte ?? "";
  for (const table of ["audit", "audit_flux", "audit_scelles", "audit_points"])
    await owner.db.execute(sql.raw(`alter table ${table} disable trigger user`));
});
afterAll(async () => {
  await owner.close();
  await world.close();
  const names = Object.keys(classes);
  const found = names.reduce((sum, name) => sum + (caught[name] ?? 0), 0);
  console.log(`tampering: ${names.length} classes, ${found} of ${names.length * ROUNDS} detected`);
});

/** The same numbers at every run, so that what is missed once is missed again. */
function drawer(seed: number): Draw {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % most;
  };
}

class GivenUp extends Error {}

describe("tampering by the tables' owner is found:", () => {
  test.each(Object.entries(classes))("%s", { timeout: 600_000 }, async (name, { tamper, kept: needed }) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const work = owner.db.transaction(async (tx) => {
        await tamper(tx, drawer(round * 97 + name.length));
        const { alterees } = await verifyLog(tx, needed ? [kept] : [], MOST_NAMED);
        expect(alterees, `round ${round}`).not.toEqual([]);
        caught[name] = (caught[name] ?? 0) + 1;
        throw new GivenUp();
      });
      await expect(work).rejects.toThrow(GivenUp);
    }
    expect((await verifyLog(world.db, [kept], MOST_NAMED)).alterees).toEqual([]);
  });
});

test("a long log that nobody touched raises no alarm", { timeout: 3_600_000 }, async () => {
  for (let from = 0; from < EVENTS; from += 10_000) {
    await world.db.execute(sql`select count(audit_append('client:' || n % 5000,
      '{"act":"client.read","actor":{"id":7,"role":"gestionnaire","t":"user"},"data":{},"id":"' || u || '","pd":null,"prev":"',
      '","req":"r","res":{"id":"' || n % 5000 || '","t":"client","ver":null},"seq":',
      ',"stream":"client:' || n % 5000 || '","ts":"2026-03-10T08:00:00.000000Z","v":1}', u, '2026-03-10T08:00:00Z',
      'user', 7, 'gestionnaire', 'client.read', 'client', (n % 5000)::text, 'ok', 'r', null))
      from (select n, gen_random_uuid() as u from generate_series(${from + 1}::integer, ${Math.min(from + 10_000, EVENTS)}::integer) n) x`);
  }
  const sealing = performance.now();
  await sealLog(world.db, NOW);
  const started = performance.now();
  const found = await verifyLog(world.db, [kept], MOST_NAMED);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `false alarms: ${found.alterees.length} in ${found.entrees} events and ${found.points} checkpoints, verified in ${seconds.toFixed(1)} s, sealed in ${((started - sealing) / 1000).toFixed(1)} s`,
  );
  expect(found.alterees).toEqual([]);
  expect(found.scellees).toBe(found.entrees);
});
