import { beforeAll, expect, test } from "vitest";
import { prestations } from "@/db/schema/prestations";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addUtilisateur,
  changeSealed,
} from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { listConflits } from "../conflits/list-conflits";
import { createPublication } from "./create-publication";
import { previewPublication } from "./preview-publication";

let world: TestWorld;
let paris: number;

beforeAll(async () => {
  world = await testWorld();
  await addUtilisateur(world.db);
  paris = (await addAgence(world.db)).id;
});

test("a week with a rule that blocks is not published until it is kept, or passed where the agreement lets it", async () => {
  const ctx = contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
  const activite = await addActivite(world.db, paris);
  const { client, adresse } = await addClient(world.db, paris);
  const who = (await addIntervenant(world.db, paris, [activite.id])).id;
  const base = {
    agenceId: paris,
    clientId: client.id,
    adresseId: adresse.id,
    activiteId: activite.id,
    intervenantId: who,
  };
  const at = (text: string) => new Date(`2026-06-0${text}:00Z`);
  await addPrestation(world.db, base, { debut: at("2T06:00"), fin: at("2T11:00") });
  const evening = await addPrestation(world.db, base, { debut: at("2T12:00"), fin: at("2T17:30") });
  const week = { agence_id: paris, semaine: "2026-W23" };
  await expect(createPublication(ctx, week)).rejects.toMatchObject({
    code: "publicationBlocked",
    status: 409,
    details: {
      params: { count: 1 },
      extra: { constats: [{ regle: "dailyMaxExceeded", mesure: 630, limite: 600, intervenant_id: who }] },
    },
  });
  const { bloquants } = await previewPublication(ctx, week);
  expect(bloquants).toMatchObject([{ regle: "dailyMaxExceeded", mesure: 630 }]);
  const { results } = await listConflits(ctx, week);
  expect(results).toMatchObject([
    { code: "dailyMaxExceeded", gravite: "bloquant", constat: { limite: 600 } },
  ]);
  expect(results[0]?.phrase).toMatch(/10.h.30/);
  await changeSealed(world.db, prestations, evening, { derogation: "Accord écrit" });
  expect((await listConflits(ctx, week)).results).toMatchObject([{ gravite: "avertissement" }]);
  expect((await createPublication(ctx, week)).numero).toBe(1);
});
