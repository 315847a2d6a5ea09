import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../canonical";
import { actor, contextFor, type TestWorld, testWorld } from "../testing";
import { type AuditLine, lineOf } from "./append";
import { logReadings } from "./readings";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const reader = actor("gestionnaire", { id: null, agenceIds: [1] });

function line(id: number): AuditLine {
  const objet = { type: "prestation", id };
  return lineOf(contextFor(world.db, reader), { action: "prestation.read", objet, resultat: "ok" });
}

type Row = { flux: string; seq: number; precedent: string; feuille: string; canon: string };
const chain = async (flux: string) =>
  (await world.db.execute(
    sql`select flux, seq::integer, precedent, feuille, canon from audit where flux = ${flux} order by seq`,
  )) as unknown as Row[];

describe("lines of readings", () => {
  it("stand in the log when the call returns, in one unbroken chain, however many read at once", async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const own = line(index % 2);
        await logReadings(world.db, [own]);
        const found = await world.db.execute(sql`select 1 from audit where uid = ${String(own.uid)}::uuid`);
        expect(found).toHaveLength(1);
      }),
    );
    for (const flux of ["prestation:0", "prestation:1"]) {
      const rows = await chain(flux);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      for (const [index, row] of rows.entries()) {
        expect(row.precedent).toBe(rows[index - 1]?.feuille ?? "0".repeat(64));
        expect(row.feuille).toBe(sha256(Buffer.concat([Buffer.from([0]), Buffer.from(row.canon)])));
      }
    }
  });

  it("fail alone: a line that the database refuses costs nobody else their answer", async () => {
    const wrong = { ...line(2), resultat: "unheard-of" };
    const results = await Promise.allSettled(
      [line(2), line(3), wrong, line(2), line(3)].map((one) => logReadings(world.db, [one])),
    );
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(await chain("prestation:2")).toHaveLength(2);
    expect(await chain("prestation:3")).toHaveLength(2);
  });

  it("leave no answer without its line: a closed database refuses", async () => {
    const other = await testWorld();
    await other.close();
    await expect(logReadings(other.db, [{ ...line(4), uid: randomUUID() }])).rejects.toThrow();
  });
});
