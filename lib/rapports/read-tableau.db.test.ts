import { afterAll, beforeAll, expect, test } from "vitest";
import { factures } from "@/db/schema/factures";
import { absences } from "@/db/schema/intervenants";
import { reservations } from "@/db/schema/prestations";
import { addClient, addPrestation, addSealed } from "@/db/testing-data";
import { NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { readTableau } from "./read-tableau";

let w: VisitWorld;

const MIN = 60_000;
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MIN);

beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

/** A visit from `start` minutes after now, an hour long; a client of its own, so that none overlaps. */
async function visit(start: number, fields: Partial<Parameters<typeof addPrestation>[2]> = {}) {
  const { client, adresse } = await addClient(w.db, w.agence.id);
  return addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: client.id,
      adresseId: adresse.id,
      activiteId: w.activite.id,
      intervenantId: null,
    },
    { debut: at(start), fin: at(start + 60), ...fields },
  );
}

test("an agency without work has nothing waiting", async () => {
  const tableau = await readTableau(w.otherStaffCtx(), {});
  expect(tableau.demandes).toEqual({ total: 0, results: [] });
  expect(tableau.alertes).toEqual([]);
  expect(tableau.factures).toEqual({ brouillons: [], echues: [] });
  expect(tableau.visites).toMatchObject({ a_affecter: 0, en_retard: 0, a_valider: 0 });
});

test("tableau.read counts what waits in the caller's agencies, and only there", async () => {
  const late = await visit(-11, { statut: "confirmee", intervenantId: w.nadia.id });
  await visit(-9, { statut: "confirmee" });
  const open = await visit(-71, { statut: "en_cours" });
  await visit(-69, { statut: "en_cours" });
  await visit(6 * 24 * 60, { statut: "planifiee" });
  await visit(8 * 24 * 60, { statut: "planifiee" });
  await visit(-3 * 24 * 60, { statut: "planifiee" });
  await visit(-30 * 24 * 60, { statut: "realisee" });
  await visit(-120, { statut: "annulee" });
  const asked = await visit(5 * 24 * 60, { statut: "planifiee" });
  const sooner = await visit(5 * 24 * 60, { statut: "planifiee" });
  await w.db.insert(reservations).values(
    [asked, sooner].map((one, index) => ({
      agenceId: w.agence.id,
      clientId: one.clientId,
      prestationId: one.id,
      dateDemandee: one.debut,
      expireLe: at(index === 0 ? 600 : 60),
    })),
  );
  await w.db.insert(absences).values([
    { intervenantId: w.nadia.id, debut: at(0), fin: at(60), type: "conge" },
    { intervenantId: w.nadia.id, debut: at(90), fin: at(120), type: "conge", statut: "approuvee" },
  ]);
  await addSealed(w.db, factures, {
    agenceId: w.agence.id,
    clientId: w.client.id,
    periode: "2026-02",
    langue: "fr",
    devise: "EUR",
    totalHt: 11545,
    totalTva: 1155,
    totalTtc: 12700,
  });

  const tableau = await readTableau(w.staffCtx(), {});

  expect(tableau.visites).toMatchObject({
    a_affecter: 3,
    en_retard: 1,
    sans_depart: 1,
    non_pointees: 1,
    a_valider: 1,
  });
  expect(tableau.visites.aujourdhui).toMatchObject({ confirmee: 2, en_cours: 2, annulee: 1, planifiee: 0 });
  expect(tableau.alertes.map(({ id, motif }) => [id, motif])).toEqual([
    [open.id, "sansDepart"],
    [late.id, "retard"],
  ]);
  expect(tableau.alertes[1]?.intervenant).toMatchObject({ id: w.nadia.id });
  expect(tableau.demandes.total).toBe(2);
  expect(tableau.demandes.results.map(({ prestation_id }) => prestation_id)).toEqual([sooner.id, asked.id]);
  expect(tableau.absences).toEqual({ a_decider: 1 });
  expect(tableau.factures).toEqual({
    brouillons: [{ devise: "EUR", nombre: 1, total: "127.00" }],
    echues: [],
  });

  const elsewhere = await readTableau(w.otherStaffCtx(), {});
  expect(elsewhere.demandes.total).toBe(0);
  expect(elsewhere.visites.en_retard).toBe(0);
  expect(elsewhere.absences).toEqual({ a_decider: 0 });
});

test("a manager cannot look into an agency that is not theirs", async () => {
  const tableau = await readTableau(w.otherStaffCtx(), { agence_id: w.agence.id });
  expect(tableau.demandes.total).toBe(0);
  expect(tableau.visites.a_valider).toBe(0);
});

test("the tableau is for staff", async () => {
  for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
    await expect(readTableau(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
});
