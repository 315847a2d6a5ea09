import { afterAll, beforeAll, expect, test } from "vitest";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { createAvoir } from "@/lib/factures/create-avoir";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { listAudit } from "./list-audit";

let world: TestWorld;
let manager: ReturnType<typeof contextFor>;
let agenceId: number;
let activiteId: number;
beforeAll(async () => {
  world = await testWorld();
  agenceId = (await addAgence(world.db, { serieFacture: "F" })).id;
  activiteId = (await addActivite(world.db, agenceId)).id;
  manager = contextFor(world.db, actor("gestionnaire", { agenceIds: [agenceId], id: null }));
});
afterAll(() => world.close());

async function issued() {
  const { client, adresse } = await addClient(world.db, agenceId);
  const visit = await addPrestation(
    world.db,
    { agenceId, clientId: client.id, adresseId: adresse.id, activiteId },
    { debut: new Date("2026-02-10T09:00:00Z"), statut: "validee", dureeFactureeMin: 120 },
  );
  const draft = await prepareFacture(manager, { client_id: client.id, periode: "2026-02" });
  return { visit, facture: await issueFacture(manager, { id: draft.id }) };
}

test("the printed number of an invoice finds all that happened to it, its credit notes and its visits, and nothing else", async () => {
  const { visit, facture } = await issued();
  await issued();
  const avoir = await createAvoir(manager, { id: facture.id, motif: "Erreur de date" });
  const auditeur = contextFor(world.db, actor("auditeur", { id: 9 }));
  const numero = facture.numero ?? "";
  for (const asked of [numero, numero.replace(/^F/, "")]) {
    const { results } = await listAudit(auditeur, { objet_id: asked });
    expect(new Set(results.map(({ objet }) => objet))).toEqual(
      new Set([`facture:${facture.id}`, `facture:${avoir.id}`, `prestation:${visit.id}`]),
    );
  }
  const only = await listAudit(auditeur, { objet: "facture", objet_id: numero });
  expect(only.results.map(({ action }) => action)).toContain("facture.issue");
  expect(only.results.every(({ objet }) => objet.startsWith("facture:"))).toBe(true);
  expect((await listAudit(auditeur, { objet_id: "F2026-999999" })).results).toEqual([]);
});
