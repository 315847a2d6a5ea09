import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgence, addClient, addIntervenant, addUtilisateur } from "@/db/testing-data";
import { accountById } from "./actor";
import { type TestWorld, testWorld } from "./testing";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test("a file left over from an earlier role gives a gestionnaire no reach in its agency", async () => {
  const [here, there] = [await addAgence(world.db), await addAgence(world.db)];
  const { id: utilisateurId } = await addUtilisateur(world.db, { agenceIds: [here.id] });
  await addClient(world.db, there.id, { utilisateurId });
  await addIntervenant(world.db, there.id, [], { utilisateurId });
  expect((await accountById(world.db, utilisateurId))?.actor.agenceIds).toEqual([here.id]);
});

test("a client and an intervenant belong to the agency of their file", async () => {
  const agence = await addAgence(world.db);
  const client = await addUtilisateur(world.db, { role: "client" });
  await addClient(world.db, agence.id, { utilisateurId: client.id });
  const intervenant = await addUtilisateur(world.db, { role: "intervenant" });
  await addIntervenant(world.db, agence.id, [], { utilisateurId: intervenant.id });
  for (const { id } of [client, intervenant])
    expect((await accountById(world.db, id))?.actor.agenceIds).toEqual([agence.id]);
});
