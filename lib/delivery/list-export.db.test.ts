import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addAgence, addIntervenant } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { exporting } from "./list-export";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test("a list leaves whole, page after page, within its filters, its reach and its rights, and is logged", async () => {
  const agence = await addAgence(world.db);
  const elsewhere = await addIntervenant(world.db, (await addAgence(world.db)).id, [], { nom: "Ailleurs" });
  const ids = [];
  // More than one page of the list.
  for (let n = 0; n < 205; n += 1)
    ids.push((await addIntervenant(world.db, agence.id, [], { nom: n < 3 ? "Rarement" : "Autre" })).id);
  const staff = contextFor(world.db, actor("gestionnaire", { agenceIds: [agence.id] }));
  const whole = exporting(listIntervenants, ({ id, nom }) => ({ id, nom }));

  const { rows, truncated } = await whole(staff, {});
  expect(truncated).toBe(false);
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(rows.some(({ id }) => id === elsewhere.id)).toBe(false);
  const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
  expect(line).toMatchObject({ action: "intervenant.list", objetId: "-" });
  expect(line?.canon).toContain('"lignes":205');

  expect((await whole(staff, { q: "rarem" })).rows).toHaveLength(3);
  await expect(whole(contextFor(world.db, actor("client")), {})).rejects.toMatchObject({ code: "forbidden" });
});
