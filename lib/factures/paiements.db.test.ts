import { parseDate } from "@internationalized/date";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createPaiement } from "./create-paiement";
import { issueFacture } from "./issue-facture";
import { listFactures } from "./list-factures";
import { prepareFacture } from "./prepare-facture";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** An invoice of an agency four hours behind UTC, issued on 10 March there, and its caller at a moment. */
async function issuedInMartinique() {
  const agenceId = (await addAgence(world.db, { fuseau: "America/Martinique" })).id;
  const activiteId = (await addActivite(world.db, agenceId)).id;
  const { client, adresse } = await addClient(world.db, agenceId);
  const place = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId };
  const debut = new Date("2026-02-03T14:00:00Z");
  await addPrestation(world.db, place, { debut, statut: "validee", dureeFactureeMin: 120 });
  const who = actor("gestionnaire", { agenceIds: [agenceId], id: null });
  const at = (instant: string) => contextFor(world.db, who, { now: new Date(instant) });
  const night = at("2026-03-11T01:00:00Z");
  const { id } = await prepareFacture(night, { client_id: client.id, periode: "2026-02" });
  const { echeance } = await issueFacture(night, { id });
  return { id, at, night, echeance: echeance ?? "" };
}

test("a payment is of today at the agency, or earlier; never of a day to come", async () => {
  const { id, night } = await issuedInMartinique();
  const pay = (date?: string) => createPaiement(night, { id, montant: "1", mode: "carte", date });
  for (const date of ["2026-03-11", "2027-01-01"])
    await expect(pay(date)).rejects.toMatchObject({ details: { errors: [{ pointer: "/date" }] } });
  expect((await pay()).date).toBe("2026-03-10");
});

test("an invoice is late once its last day is over at the agency", async () => {
  const { at, echeance } = await issuedInMartinique();
  const next = parseDate(echeance).add({ days: 1 }).toString();
  const late = async (time: string) =>
    (await listFactures(at(`${next}T${time}Z`), { echues: true, count: true })).count;
  expect(await late("01:00:00")).toBe(0);
  expect(await late("05:00:00")).toBe(1);
});
