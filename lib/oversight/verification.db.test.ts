import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendAll } from "@/lib/foundation/audit/append";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { verifyAudit } from "./verify-audit";

let world: TestWorld;
let owner: postgres.Sql;

beforeAll(async () => {
  world = await testWorld();
  owner = postgres(world.url, { max: 1, onnotice: () => {} });
  const ctx = contextFor(world.db, actor("gestionnaire", { id: null }));
  const entry = (id: number) => ({
    action: "client.read",
    objet: { type: "client", id },
    resultat: "ok" as const,
  });
  for (let turn = 0; turn < 4; turn += 1) await appendAll(world.db, ctx, [1, 2, 3, 4, 5, 6].map(entry));
  await owner`alter table audit disable trigger user`;
  await owner`alter table audit_flux disable trigger user`;
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const auditeur = () => contextFor(world.db, actor("auditeur", { id: null }));

describe("the verification of the log", () => {
  test("finds an untouched log intact, and is itself written to it", async () => {
    const first = await verifyAudit(auditeur(), {});
    expect(first).toMatchObject({ intact: true, entrees: 24, flux: 6, alterees: [] });
    expect(await verifyAudit(auditeur(), {})).toMatchObject({ intact: true, entrees: 25, flux: 7 });
  });

  test("names what was altered, each kind by its own name", async () => {
    await owner`update audit set canon = replace(canon, 'client.read', 'client.list') where flux = 'client:1' and seq = 2`;
    await owner`update audit set action = 'client.list' where flux = 'client:2' and seq = 2`;
    await owner`delete from audit where flux = 'client:3' and seq = 2`;
    await owner`update audit set precedent = repeat('1', 64) where flux = 'client:4' and seq = 3`;
    await owner`delete from audit where flux = 'client:5' and seq = 4`;
    await owner`delete from audit where flux = 'client:6'`;
    const { intact, alterees } = await verifyAudit(auditeur(), {});
    expect(intact).toBe(false);
    const found = alterees.map(({ flux, seq, faute }) => `${flux} ${seq} ${faute}`).sort();
    expect(found).toEqual([
      "client:1 2 empreinte",
      "client:2 2 colonnes",
      "client:3 3 lacune",
      "client:4 3 lien",
      "client:5 3 tete",
      "client:6 4 lacune",
    ]);
  });

  test("is for admins and auditeurs only", async () => {
    const manager = contextFor(world.db, actor("gestionnaire", { id: null, agenceIds: [1] }));
    await expect(verifyAudit(manager, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
