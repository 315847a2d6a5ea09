import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "@/app/api/services_personne/application";
import { closeDatabase } from "@/db/client";
import { courriels } from "@/db/schema/organisation";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { createClient } from "@/lib/clients/create-client";
import { logKey, openCheckpoint, readVerifierKey } from "@/lib/foundation/audit/checkpoint";
import { sealLog } from "@/lib/foundation/audit/seal";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { readSante } from "@/lib/organisation/read-sante";

import { sendCheckpoint } from "./send-checkpoint";

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

test("every active auditeur receives the checkpoint by e-mail once a day, whole and in their language", async () => {
  await addUtilisateur(world.db, { role: "auditeur", langue: "ar" });
  await addUtilisateur(world.db, { role: "auditeur", actif: false });
  await addUtilisateur(world.db, { role: "admin" });
  const send = (day: number) =>
    sendCheckpoint({ ...contextFor(world.db, system), now: new Date(NOW.getTime() + day * 86_400_000) }, {});
  for (const day of [0, 0, 1]) expect(await send(day)).toMatchObject({ envoyes: 1 });
  const mails = await opened(
    world.db,
    world.db.select(columnsOf(courriels)).from(courriels).where(eq(courriels.gabarit, "logCheckpoint")),
  );
  expect(mails.map(({ langue }) => langue)).toEqual(["ar", "ar"]);
  const sent = /dihya\.audit\/[\s\S]*?\n\n— .*\n/.exec(mails[0]?.texte ?? "")?.[0] ?? "";
  expect(openCheckpoint(readVerifierKey(logKey().verifierKey), sent)?.size).toBeGreaterThan(0);
  await expect(sendCheckpoint(contextFor(world.db, actor("admin")), {})).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("the health of the service tells how long the oldest entry has waited for its checkpoint", async () => {
  const lag = async (seconds: number) => {
    const now = new Date(NOW.getTime() + seconds * 1000);
    return (await readSante({ ...contextFor(world.db, actor("guest")), now }, {})).journal.retard_s;
  };
  await sealLog(world.db, NOW);
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
