import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { createAvoir } from "@/lib/factures/create-avoir";
import { createPaiement } from "@/lib/factures/create-paiement";
import { issueFacture } from "@/lib/factures/issue-facture";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { readFacture } from "@/lib/factures/read-facture";
import { sealLog } from "@/lib/foundation/audit/seal";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { leafOf } from "./entry";
import { exportAudit } from "./export-audit";
import { entriesOf } from "./export-audit.testing";
import { readHistory } from "./read-history";
import { verifyHistory } from "./verify-history";

let world: TestWorld;
let agenceId: number;
let activiteId: number;
const managerOf = (agence: number) =>
  contextFor(world.db, actor("gestionnaire", { agenceIds: [agence], id: null }));
const auditeur = () => contextFor(world.db, actor("auditeur", { id: 9 }));

beforeAll(async () => {
  world = await testWorld();
  agenceId = (await addAgence(world.db, { serieFacture: "F" })).id;
  activiteId = (await addActivite(world.db, agenceId)).id;
});
afterAll(() => world.close());

async function invoice(agence = agenceId) {
  const { client, adresse } = await addClient(world.db, agence, { nom: "Planté", prenom: "Nommé" });
  const visit = await addPrestation(
    world.db,
    { agenceId: agence, clientId: client.id, adresseId: adresse.id, activiteId },
    { debut: new Date("2026-02-10T09:00:00Z"), statut: "validee", dureeFactureeMin: 120 },
  );
  const draft = await prepareFacture(managerOf(agence), { client_id: client.id, periode: "2026-02" });
  const facture = await issueFacture(managerOf(agence), { id: draft.id });
  return { visit, facture, numero: facture.numero ?? "" };
}

const steps = (results: { action: string; objet: string }[]) =>
  results.map(({ action, objet }) => `${action} ${objet}`);

describe("the history of an object", () => {
  test("tells all that happened to an invoice and to what belongs to it, in the order of time, and nothing else", async () => {
    const { visit, facture, numero } = await invoice();
    await invoice();
    await createPaiement(managerOf(agenceId), { id: facture.id, montant: "10.00", mode: "carte" });
    await readFacture(auditeur(), { id: facture.id });
    const avoir = await createAvoir(managerOf(agenceId), { id: facture.id, motif: "Erreur de date" });
    const mine = contextFor(world.db, actor("client", { id: 3, clientId: 999_999 }));
    await expect(createAvoir(mine, { id: facture.id, motif: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const expected = [
      `facture.prepare facture:${facture.id}`,
      `facture.issue facture:${facture.id}`,
      `facture.issue prestation:${visit.id}`,
      `paiement.create facture:${facture.id}`,
      `facture.read facture:${facture.id}`,
      `avoir.create facture:${facture.id}`,
      `avoir.create facture:${avoir.id}`,
      `avoir.create prestation:${visit.id}`,
      `avoir.create avoir:${facture.id}`,
    ];
    for (const asked of [numero, numero.replace(/^F/, ""), String(facture.id)]) {
      const { results, objets } = await readHistory(auditeur(), { objet: "facture", objet_id: asked });
      expect(new Set(steps(results))).toEqual(new Set(expected));
      expect(steps(results)[0]).toBe(expected[0]);
      expect(steps(results).at(-1)).toBe(expected.at(-1));
      expect(objets).toEqual([
        { type: "facture", id: String(facture.id), numero, demande: true },
        { type: "facture", id: String(avoir.id), numero: avoir.numero, demande: false },
        { type: "prestation", id: String(visit.id), numero: null, demande: false },
      ]);
      expect(JSON.stringify(results)).not.toMatch(/Planté|Nommé|Erreur de date/);
    }
    const ofVisit = await readHistory(auditeur(), { objet: "prestation", objet_id: String(visit.id) });
    expect(new Set(steps(ofVisit.results))).toEqual(new Set(expected));
  });

  test("is read page by page, both ways", async () => {
    const { numero } = await invoice();
    const ask = (more: object) =>
      readHistory(auditeur(), { objet: "facture", objet_id: numero, limit: 2, ...more });
    const first = await ask({});
    const second = await ask({ cursor: first.next });
    expect([...steps(first.results), ...steps(second.results)].length).toBe(3);
    expect(second.next).toBeNull();
    const newest = await ask({ ordering: "-id" });
    expect(newest.results[0]?.id).toBe(second.results[0]?.id);
  });

  test("says of each entry that it holds and under which checkpoint", async () => {
    const { numero } = await invoice();
    await sealLog(world.db, NOW);
    const { results } = await readHistory(auditeur(), { objet: "facture", objet_id: numero });
    expect(results.length).toBe(3);
    for (const one of results) {
      expect(one.intacte).toBe(true);
      expect(one.point).toBeGreaterThan(0);
    }
  });

  test("a gestionnaire reads that of their agency's objects only", async () => {
    const { numero, facture } = await invoice();
    const there = await addAgence(world.db, { serieFacture: "G" });
    const asked = { objet: "facture", objet_id: numero };
    expect((await readHistory(managerOf(agenceId), asked)).results.length).toBeGreaterThan(0);
    for (const objet_id of [numero, String(facture.id)])
      for (const operation of [readHistory, verifyHistory])
        await expect(operation(managerOf(there.id), { objet: "facture", objet_id })).rejects.toMatchObject({
          code: "notFound",
        });
    // What belongs to no agency is the auditeur's.
    await readHistory(auditeur(), asked);
    const log = { objet: "audit", objet_id: "historique" };
    expect((await readHistory(auditeur(), log)).results.length).toBeGreaterThan(0);
    await expect(readHistory(managerOf(agenceId), log)).rejects.toMatchObject({ code: "notFound" });
  });

  test("of what never was is not found, also when somebody asked for it before", async () => {
    const asked = { objet: "facture", objet_id: "99999999" };
    await expect(readFacture(auditeur(), { id: 99_999_999 })).rejects.toMatchObject({ code: "notFound" });
    await expect(readHistory(auditeur(), asked)).rejects.toMatchObject({ code: "notFound" });
    await expect(readHistory(auditeur(), { ...asked, objet_id: "2026-999999" })).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("leaves as a file under the export's pseudonyms", async () => {
    const { numero, visit } = await invoice();
    const entries = await entriesOf(
      await exportAudit(auditeur(), { objet: "facture", objet_id: numero, lies: true }),
    );
    expect(entries.map(({ objet }) => objet)).toContain(`prestation:${visit.id}`);
    expect(entries.length).toBe(3);
    await expect(exportAudit(auditeur(), { lies: true })).rejects.toMatchObject({ code: "validation" });
  });
});

describe("verifying the history of an object", () => {
  test("finds nothing where nothing was altered, and is itself in the log", async () => {
    const { numero } = await invoice();
    await sealLog(world.db, NOW);
    const found = await verifyHistory(auditeur(), { objet: "facture", objet_id: numero });
    expect(found).toMatchObject({ intact: true, entrees: 3, flux: 2, scellees: 3, alterees: [] });
    const { results } = await readHistory(auditeur(), {
      objet: "audit",
      objet_id: "historique",
      ordering: "-id",
    });
    expect(results[0]).toMatchObject({ action: "audit.verifyHistory" });
    expect(results[0]?.donnees).toMatchObject({ objet: "facture", objet_id: numero, alterees: 0 });
  });

  test.each([
    [
      "a text changed",
      "empreinte",
      `update audit set canon = replace(canon, '"act":"facture.issue"', '"act":"facture.read"') where id = $1`,
    ],
    ["a column changed", "colonnes", "update audit set acteur_id = 1234 where id = $1"],
    [
      "a time changed",
      "colonnes",
      "update audit set horodatage = horodatage - interval '1 day' where id = $1",
    ],
    ["an entry taken out", "lacune", "delete from audit where id = $1"],
  ])("%s: shows in the line or its absence, and is named", async (_, faute, statement) => {
    const { numero, facture } = await invoice();
    await sealLog(world.db, NOW);
    const asked = { objet: "facture", objet_id: numero };
    const { results } = await readHistory(auditeur(), asked);
    const target = results.find(
      ({ action, objet }) => action === "facture.issue" && objet.startsWith("facture:"),
    );
    const owner = postgres(world.url, { max: 1 });
    await owner`alter table audit disable trigger all`;
    await owner.unsafe(statement, [target?.id ?? 0]);
    await owner`alter table audit enable trigger all`;
    await owner.end();
    const after = (await readHistory(auditeur(), asked)).results.find(({ id }) => id === target?.id);
    expect(after?.intacte ?? false).toBe(false);
    const found = await verifyHistory(auditeur(), asked);
    expect(found.intact).toBe(false);
    expect(found.alterees.map((one) => `${one.flux} ${one.faute}`)).toContain(
      `facture:${facture.id} ${faute}`,
    );
    // The others do not suffer.
    const { numero: other } = await invoice();
    expect((await verifyHistory(auditeur(), { objet: "facture", objet_id: other })).intact).toBe(true);
  });

  test("an entry written wholly anew, hash and all, is not the one that was sealed", async () => {
    const { numero } = await invoice();
    await sealLog(world.db, NOW);
    const asked = { objet: "facture", objet_id: numero };
    const last = (await readHistory(auditeur(), asked)).results.find(({ objet }) =>
      objet.startsWith("prestation:"),
    );
    const owner = postgres(world.url, { max: 1 });
    await owner`alter table audit disable trigger all`;
    const [row] = await owner`select canon, flux from audit where id = ${last?.id ?? 0}`;
    const canon = String(row?.canon).replace('"facturee"', '"validee"');
    await owner`update audit set canon = ${canon}, feuille = ${leafOf(canon)} where id = ${last?.id ?? 0}`;
    await owner`update audit_flux set tete = ${leafOf(canon)} where flux = ${row?.flux}`;
    await owner`alter table audit enable trigger all`;
    await owner.end();
    const after = (await readHistory(auditeur(), asked)).results.find(({ id }) => id === last?.id);
    expect(after?.intacte).toBe(false);
    expect((await verifyHistory(auditeur(), asked)).alterees).toMatchObject([
      { id: last?.id, faute: "scelle" },
    ]);
  });
});
