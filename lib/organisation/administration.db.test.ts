import { beforeAll, expect, test } from "vitest";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { enqueue } from "@/lib/foundation/jobs";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { readAdministration } from "./read-administration";

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  process.env.DATABASE_URL = world.url;
});

test("administration.read counts people, agencies and waiting jobs, and names who signed in last", async () => {
  await addAgence(world.db);
  await addAgence(world.db, { actif: false });
  await addUtilisateur(world.db, { role: "auditeur", derniereConnexionLe: new Date("2026-03-01T08:00:00Z") });
  const latest = await addUtilisateur(world.db, { role: "admin", derniereConnexionLe: NOW });
  await addUtilisateur(world.db, { role: "client", actif: false });
  await enqueue(world.db, "courriel.send", { courriel_id: 1 });
  const seen = await readAdministration(contextFor(world.db, actor("admin")), {});
  expect(seen).toMatchObject({
    utilisateurs: { actifs: 2, inactifs: 1, par_role: { auditeur: 1, admin: 1 } },
    agences: { actives: 1, fermees: 1 },
    taches: { en_attente: 1, en_cours: 0, echouees: 0 },
  });
  expect(seen.dernieres_connexions.map(({ id }) => id)[0]).toBe(latest.id);
  expect(JSON.stringify(seen)).not.toContain("motDePasse");
  for (const role of ["gestionnaire", "auditeur", "client", "intervenant"] as const)
    await expect(readAdministration(contextFor(world.db, actor(role)), {})).rejects.toMatchObject({
      code: "forbidden",
    });
});
