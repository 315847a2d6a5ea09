import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "../testing";
import { appendAudit } from "./append";
import { logKey, openCheckpoint, readVerifierKey } from "./checkpoint";
import { sealLog, sealWithin } from "./seal";
import { addLeaf, emptyTree, rootOf } from "./tree";

let world: TestWorld;
beforeEach(async () => {
  world = await testWorld();
});
afterEach(() => world.close());

const who = actor("gestionnaire", { id: null });
const entry = (id: number) => ({
  action: "client.read",
  objet: { type: "client", id },
  resultat: "ok" as const,
});
const add = (id: number) => appendAudit(world.db, contextFor(world.db, who), entry(id));

type Leaf = { rang: number; entree_id: number; feuille: string };
const leaves = async () =>
  (await world.db.execute(sql`select s.rang::integer, s.entree_id::integer, a.feuille from audit_scelles s
    join audit a on a.id = s.entree_id and encode(s.feuille, 'hex') = a.feuille and (a.flux, a.seq) = (s.flux, s.seq)
    order by s.rang`)) as unknown as Leaf[];
const points = async () =>
  (await world.db.execute(
    sql`select taille::integer, texte, plancher::integer from audit_points order by taille`,
  )) as unknown as {
    taille: number;
    texte: string;
    plancher: number;
  }[];

/** Every checkpoint has the root of the leaves below it, and the last one covers all. */
async function expectSealed(count: number): Promise<void> {
  const [rows, notes] = [await leaves(), await points()];
  expect(rows.map(({ rang }) => rang)).toEqual(Array.from({ length: count }, (_, index) => index));
  const verifier = readVerifierKey(logKey().verifierKey);
  const tree = emptyTree();
  for (const { taille, texte } of notes) {
    for (const { feuille } of rows.slice(tree.size, taille)) addLeaf(tree, Buffer.from(feuille, "hex"));
    expect(openCheckpoint(verifier, texte)).toEqual({ size: taille, root: rootOf(tree) });
  }
  expect(tree.size).toBe(count);
}

describe("the sealer", () => {
  test("ranks every entry once under checkpoints whose roots hold, a thousand at most under each", async () => {
    expect(await sealLog(world.db, NOW)).toBe(0);
    await world.db.execute(sql`select audit_append('client:' || n % 7, '{"n":' || n || ',"prev":"', '","seq":', '}',
      gen_random_uuid(), now(), 'job', null, 'system', 'client.read', 'client', n::text, 'ok', 'r', null)
      from generate_series(1, 2500) n`);
    expect(await sealLog(world.db, NOW)).toBe(2500);
    await add(1);
    expect(await sealLog(world.db, NOW)).toBe(1);
    expect(await sealLog(world.db, NOW)).toBe(0);
    expect((await points()).map(({ taille }) => taille)).toEqual([1000, 2000, 2500, 2501]);
    await expectSealed(2501);
  });

  test("misses no entry that commits after a later one was sealed", async () => {
    const late = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = world.db.transaction(async (tx) => {
      await appendAudit(tx, contextFor(world.db, who), entry(1));
      written.resolve();
      await late.promise;
    });
    await written.promise;
    for (let turn = 0; turn < 4; turn += 1) {
      await add(2);
      expect(await sealLog(world.db, NOW)).toBe(1);
    }
    late.resolve();
    await slow;
    await add(2);
    expect(await sealLog(world.db, NOW)).toBe(2);
    await expectSealed(6);
    expect((await leaves()).map((leaf) => leaf.entree_id)).toEqual([2, 3, 4, 5, 1, 6]);
  });

  test("looks only at what came since: the floor follows once nothing before can appear any more", async () => {
    const floors: number[] = [];
    // A transaction open in any database of the server keeps the floor where it is: those of other tests end.
    for (let turn = 0; turn < 6 || (floors.at(-1) ?? 0) < 4; turn += 1) {
      await add(turn);
      await sealLog(world.db, NOW);
      floors.push((await points()).at(-1)?.plancher ?? 0);
    }
    expect(floors[0]).toBe(0);
    expect(floors).toEqual(floors.toSorted((a, b) => a - b));
    await expectSealed(floors.length);
  });

  test("seals within a transaction what it wrote, and nothing when it is given up", async () => {
    const ctx = contextFor(world.db, who);
    await world.db.transaction(async (tx) => {
      await appendAudit(tx, ctx, entry(1));
      await sealWithin(tx, NOW);
    });
    const given = world.db.transaction(async (tx) => {
      await appendAudit(tx, ctx, entry(2));
      await sealWithin(tx, NOW);
      throw new Error("given up");
    });
    await expect(given).rejects.toThrow("given up");
    await expectSealed(1);
    await add(3);
    await sealLog(world.db, NOW);
    await expectSealed(2);
  });

  test("stays whole when many seal and write at once", async () => {
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        await add(index % 5);
        await sealLog(world.db, NOW);
      }),
    );
    await sealLog(world.db, NOW);
    await expectSealed(60);
  });

  test("writes where nobody can change, remove or empty anything, not even the owner by mistake", async () => {
    await add(1);
    await sealLog(world.db, NOW);
    const owner = postgres(world.url, { max: 1, onnotice: () => {} });
    for (const table of ["audit_scelles", "audit_points"]) {
      const column = table === "audit_points" ? "taille" : "rang";
      for (const statement of [
        `update ${table} set ${column} = 9`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(owner.unsafe(statement)).rejects.toThrow(/append-only/);
        await expect(world.db.execute(sql.raw(statement))).rejects.toThrow();
      }
    }
    await owner.end();
    await expectSealed(1);
  });
});
