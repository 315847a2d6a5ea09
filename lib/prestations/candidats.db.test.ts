import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { absences, disponibilites } from "@/db/schema/intervenants";
import { audit } from "@/db/schema/suivi";
import { addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { exportPrestations } from "./export-prestations";
import { listCandidats } from "./list-candidats";
import { type VisitWorld, visitWorld } from "./testing";

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
const question = () => ({ client_id: w.client.id, type: "menage", duree: 2, date: "2026-03-12T10:00" });

test("candidat.list says of each skilled person what stands against the visit, the best proposal first", async () => {
  const busy = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Omar" });
  const away = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Lise" });
  const late = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Zoé" });
  const known = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Inès" });
  await addIntervenant(w.db, w.agence.id, [], { prenom: "Sans compétence" });
  await addPrestation(w.db, { ...place(), intervenantId: busy.id });
  await addPrestation(
    w.db,
    { ...place(), intervenantId: known.id },
    { debut: new Date("2026-02-10T09:00:00Z"), statut: "validee" },
  );
  await addSealed(w.db, absences, {
    intervenantId: away.id,
    debut: new Date("2026-03-11T23:00:00Z"),
    fin: new Date("2026-03-12T23:00:00Z"),
    type: "conge",
    statut: "approuvee",
  });
  await w.db
    .update(disponibilites)
    .set({ heureDebut: "14:00" })
    .where(eq(disponibilites.intervenantId, late.id));

  const { results } = await listCandidats(w.staffCtx(), question());

  expect(results.map(({ id, accueil, regles }) => [id, accueil, regles])).toEqual([
    [known.id, "libre", []],
    [w.nadia.id, "libre", []],
    [late.id, "avertissement", ["outsideAvailability"]],
    [busy.id, "bloque", ["slotTaken"]],
    [away.id, "bloque", ["onLeave"]],
  ]);
  expect(results[0]).toMatchObject({
    prenom: "Inès",
    visites_client: 1,
    raisons: ["dejaVenu", "proche", "disponible"],
  });
});

test("a visit's own slot does not stand against the person who has it", async () => {
  const own = await addPrestation(
    w.db,
    { ...place(), intervenantId: w.nadia.id },
    { debut: new Date("2026-03-16T09:00:00Z") },
  );
  const { results } = await listCandidats(w.staffCtx(), { prestation_id: own.id, date: "2026-03-16T10:30" });
  expect(results.find(({ id }) => id === w.nadia.id)).toMatchObject({ accueil: "libre", regles: [] });
});

test("candidat.list refuses an incomplete question, another agency's visit, and everyone but staff", async () => {
  await expect(listCandidats(w.staffCtx(), { date: "2026-03-12T10:00" })).rejects.toMatchObject({
    code: "validation",
    details: { errors: [{ pointer: "/client_id" }, { pointer: "/type" }, { pointer: "/duree" }] },
  });
  await expect(listCandidats(w.otherStaffCtx(), question())).rejects.toMatchObject({ code: "clientUnknown" });
  const own = await addPrestation(w.db, place(), { debut: new Date("2026-03-20T09:00:00Z") });
  const ask = { prestation_id: own.id, date: "2026-03-20T10:00" };
  await expect(listCandidats(w.otherStaffCtx(), ask)).rejects.toMatchObject({ code: "notFound" });
  for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
    await expect(listCandidats(ctx, question())).rejects.toMatchObject({ code: "forbidden" });
});

test("prestation.export gives the filtered visits within reach and leaves its line in the log", async () => {
  const visit = await addPrestation(
    w.db,
    { ...place(), intervenantId: w.nadia.id },
    { debut: new Date("2026-05-04T08:00:00Z") },
  );
  const filter = { date_min: "2026-05-04", date_max: "2026-05-04" };
  const { rows } = await exportPrestations(w.staffCtx(), filter);
  expect(rows).toEqual([
    expect.objectContaining({
      id: visit.id,
      date: "2026-05-04T10:00:00+02:00",
      type: "menage",
      prix_ttc: "63.80",
    }),
  ]);
  const lines = await w.db.select().from(audit).where(eq(audit.action, "prestation.export"));
  expect(lines).toMatchObject([{ objetType: "prestation", objetId: "-" }]);
  expect(lines[0]?.canon).toContain('"lignes":1');

  expect((await exportPrestations(w.otherStaffCtx(), filter)).rows).toEqual([]);
  await expect(exportPrestations(w.clientCtx(), filter)).rejects.toMatchObject({ code: "forbidden" });
});
