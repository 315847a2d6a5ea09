import { afterAll, beforeAll, expect, test } from "vitest";
import { absences } from "@/db/schema/intervenants";
import { addPrestation, addSealed } from "@/db/testing-data";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { listConflits } from "./list-conflits";

let w: VisitWorld;

beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

const place = () => ({
  agenceId: w.agence.id,
  clientId: w.client.id,
  adresseId: w.adresse.id,
  activiteId: w.activite.id,
});

test("conflit.list says what is wrong in the week, in the reader's language, with the visits", async () => {
  const visit = await addPrestation(w.db, { ...place(), intervenantId: w.nadia.id });
  await addSealed(w.db, absences, {
    intervenantId: w.nadia.id,
    debut: new Date("2026-03-11T23:00:00Z"),
    fin: new Date("2026-03-12T23:00:00Z"),
    type: "maladie",
    statut: "approuvee",
  });
  const free = await addPrestation(w.db, place(), { debut: new Date("2026-03-13T09:00:00Z") });
  const ask = { agence_id: w.agence.id, semaine: "2026-W11" };
  const found = await listConflits(w.staffCtx(), ask);
  expect(found).toMatchObject({ du: "2026-03-09", au: "2026-03-15" });
  expect(found.results).toMatchObject([
    {
      code: "onLeave",
      gravite: "bloquant",
      phrase: "Nadia est absent pendant cette visite.",
      visites: [{ id: visit.id, date: "2026-03-12T10:00:00+01:00" }],
    },
    { code: "unassigned", intervenant: null, visites: [{ id: free.id }] },
  ]);
  const [first] = (await listConflits(w.staffCtx({ locale: "en" }), ask)).results;
  expect(first?.phrase).toBe("Nadia is away during this visit.");
  expect((await listConflits(w.staffCtx(), { ...ask, semaine: "2026-W20" })).results).toEqual([]);
});

test("refuses a week that does not exist, another agency's, and everyone but staff", async () => {
  await expect(listConflits(w.staffCtx(), { semaine: "2025-W53" })).rejects.toMatchObject({
    code: "validation",
  });
  await expect(listConflits(w.staffCtx(), { agence_id: w.other.id })).rejects.toMatchObject({
    code: "notFound",
  });
  for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
    await expect(listConflits(ctx, { semaine: "2026-W11" })).rejects.toMatchObject({ code: "forbidden" });
});
