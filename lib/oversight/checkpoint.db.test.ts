import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "@/app/api/services_personne/application";
import { closeDatabase } from "@/db/client";
import { addAgence } from "@/db/testing-data";
import { createClient } from "@/lib/clients/create-client";
import { openCheckpoint, readVerifierKey } from "@/lib/foundation/audit/checkpoint";
import { sealLog } from "@/lib/foundation/audit/seal";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { readSante } from "@/lib/organisation/read-sante";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await closeDatabase();
  await world.close();
});

const get = (path: string) => api.request(`/api/services_personne${path}`);

test("anybody reads the newest checkpoint and its key, and one verifies the other", async () => {
  const agence = await addAgence(world.db);
  const manager = contextFor(world.db, actor("gestionnaire", { agenceIds: [agence.id], id: 7 }));
  expect((await get("/audit/checkpoint/")).status).toBe(404);
  await createClient(manager, { nom: "Secret", prenom: "Prénom" });
  await sealLog(world.db, NOW);
  const [point, key] = [await get("/audit/checkpoint/"), await get("/audit/cle/")];
  expect(point.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(point.headers.get("cache-control")).toBe("public, max-age=5");
  const text = await point.text();
  expect(openCheckpoint(readVerifierKey(await key.text()), text)?.size).toBe(2);
  expect(text).not.toMatch(/Secret|client/);
});

test("the health of the service tells how long the oldest entry has waited for its checkpoint", async () => {
  const lag = async (seconds: number) => {
    const now = new Date(NOW.getTime() + seconds * 1000);
    return (await readSante({ ...contextFor(world.db, actor("guest")), now }, {})).journal.retard_s;
  };
  expect(await lag(90)).toBe(0);
  await createClient(contextFor(world.db, actor("admin", { id: 7 })), {
    nom: "Autre",
    prenom: "Prénom",
    agence_id: (await addAgence(world.db)).id,
  });
  expect(await lag(90)).toBe(90);
  await sealLog(world.db, NOW);
  expect(await lag(90)).toBe(0);
});
