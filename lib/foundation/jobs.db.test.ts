import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { enqueue } from "./jobs";
import { type TestWorld, testWorld } from "./testing";

let world: TestWorld;
const former = process.env.DIHYA_POOL;

beforeAll(async () => {
  world = await testWorld();
  process.env.DIHYA_POOL = "2";
});
afterAll(async () => {
  if (former === undefined) delete process.env.DIHYA_POOL;
  else process.env.DIHYA_POOL = former;
  await closeDatabase();
  await world.close();
});

describe("jobs", () => {
  it("are written by more transactions than the pool has connections, from the first one on", async () => {
    const db = database();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        db.transaction(async (tx) => {
          await tx.execute(sql`select 1`);
          await enqueue(tx, "courriel.send", { courriel_id: 1 });
        }),
      ),
    );
    const rows = (await db.execute(
      sql`select count(*)::integer as n from pgboss.job where name = 'courriel.send'`,
    )) as unknown as { n: number }[];
    expect(rows[0]?.n).toBe(8);
  });

  it("vanish with the transaction that wrote them", async () => {
    const db = database();
    const before = await jobs();
    const undone = db.transaction(async (tx) => {
      await enqueue(tx, "courriel.send", { courriel_id: 2 });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await jobs()).toBe(before);
  });
});

async function jobs(): Promise<number> {
  const rows = (await database().execute(sql`select count(*)::integer as n from pgboss.job`)) as unknown as {
    n: number;
  }[];
  return rows[0]?.n ?? -1;
}
