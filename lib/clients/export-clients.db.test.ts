import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addAgence, addClient } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { exportClients } from "./export-clients";

let world: TestWorld;
let paris: number;

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  const lyon = (await addAgence(world.db)).id;
  await addClient(world.db, lyon, { nom: "Ailleurs" });
  // One more than a page of the store, so that the second page is asked for.
  for (let n = 0; n < 201; n++) await addClient(world.db, paris, { nom: `Client ${n}`, actif: n > 0 });
});
afterAll(() => world.close());

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));

test("exports every client of the caller's agencies, page after page, and writes it to the log", async () => {
  const { rows } = await exportClients(manager(), {});
  expect(rows).toHaveLength(201);
  expect(rows.some(({ nom }) => nom === "Ailleurs")).toBe(false);
  const [line] = await world.db
    .select()
    .from(audit)
    .where(eq(audit.resultat, "ok"))
    .orderBy(desc(audit.id))
    .limit(1);
  expect(line).toMatchObject({ action: "client.export", objetType: "client" });
  expect(line?.canon).toContain('"lignes":201');
});

test("keeps the filters of the list", async () => {
  expect((await exportClients(manager(), { actif: "false" })).rows).toHaveLength(1);
});

test.each(["client", "intervenant", "auditeur"] as const)("%s may not export", async (role) => {
  await expect(exportClients(contextFor(world.db, actor(role)), {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
