import { beforeAll, describe, expect, test } from "vitest";
import { avis } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addPrestation, addSealed } from "@/db/testing-data";
import type { PlainInsert } from "@/db/vault/open";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { listAvis } from "./list-avis";

let world: TestWorld;
let paris: number;
let lyon: number;
let hour = 0;

async function review(agenceId: number, values: Partial<PlainInsert<typeof avis>>): Promise<string> {
  const { client, adresse } = await addClient(world.db, agenceId, { prenom: "Nadia", nom: "Secrète" });
  const activite = await addActivite(world.db, agenceId);
  const debut = new Date(NOW.getTime() - ++hour * 86_400_000);
  const visit = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  const fin = new Date(debut.getTime() + 3_600_000);
  const prestation = await addPrestation(world.db, visit, { debut, fin, statut: "validee" });
  const base = { agenceId, prestationId: prestation.id, clientId: client.id, note: 5, publieLe: NOW };
  await addSealed(world.db, avis, { ...base, statut: "publie", commentaire: "Très bien", ...values });
  return activite.code;
}

const asGuest = () => contextFor(world.db, actor("guest"));

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
});

describe("avis.list", () => {
  test("shows a guest what is published, the author as an initial, and the mean of what matches", async () => {
    const code = await review(paris, { note: 4 });
    await review(paris, { note: 5 });
    await review(paris, { note: 1, statut: "en_attente", commentaire: "caché" });
    await review(lyon, { note: 2, statut: "refuse", commentaire: "caché" });
    const page = await listAvis(asGuest(), { agence_id: paris });
    expect(page.results).toHaveLength(2);
    expect(page.results[0]).toMatchObject({ auteur: "N.", publie_le: "2026-03-10T09:00:00+01:00" });
    expect(page.resume).toEqual({ moyenne: 4.5, nombre: 2 });
    expect(JSON.stringify(page)).not.toMatch(/Secrète|Nadia|caché/);
    expect((await listAvis(asGuest(), { type: code })).resume).toEqual({ moyenne: 4, nombre: 1 });
    expect((await listAvis(asGuest(), { agence_id: lyon })).resume).toEqual({ moyenne: null, nombre: 0 });
  });
});
