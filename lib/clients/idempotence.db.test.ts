import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { addAgence } from "@/db/testing-data";
import { idempotenceOf } from "@/lib/foundation/idempotence";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { purge } from "@/lib/organisation/purge";
import { createClient } from "./create-client";
import { listClients } from "./list-clients";

let world: TestWorld;
let agenceId: number;
beforeAll(async () => {
  world = await testWorld();
  agenceId = (await addAgence(world.db)).id;
});
afterAll(() => world.close());

const body = { nom: "Unique", prenom: "Lou" };
const ctx = (key: string, input: object = body, id = 7) => ({
  ...contextFor(world.db, actor("gestionnaire", { id, agenceIds: [agenceId] })),
  idempotence: idempotenceOf(key, id, { method: "POST", path: "/clients/", input }),
});
const count = async () => (await listClients(ctx("-"), { q: "unique", count: true })).count;

test("64 calls under one key have one effect and one answer", async () => {
  const pool = openDatabase(world.url, { max: 20 });
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => createClient({ ...ctx("une"), db: pool.db }, body)),
  );
  await pool.close();
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await count()).toBe(1);
});

test("another body under the same key is refused; another person's same key is another key", async () => {
  const other = { ...body, prenom: "Léa" };
  await expect(createClient(ctx("une", other), other)).rejects.toMatchObject({ code: "idempotencyMismatch" });
  await createClient(ctx("une", body, 8), body);
  expect(await count()).toBe(2);
});

test("a refusal is not kept: the same key may try again", async () => {
  await expect(createClient(ctx("deux", {}), {})).rejects.toMatchObject({ code: "validation" });
  await createClient(ctx("deux"), body);
  expect(await count()).toBe(3);
});

test("keys are forgotten after a day", async () => {
  const later = { now: new Date(NOW.getTime() + 25 * 3_600_000) };
  expect(await purge(contextFor(world.db, actor("system"), later), {})).toBeGreaterThanOrEqual(3);
  await createClient(ctx("une"), body);
  expect(await count()).toBe(4);
});

test("a key with spaces or more than 255 characters is refused", () => {
  const request = { method: "POST", path: "/clients/", input: body };
  for (const key of ["", "a b", "x".repeat(256)])
    expect(() => idempotenceOf(key, 1, request)).toThrow("validation");
});
