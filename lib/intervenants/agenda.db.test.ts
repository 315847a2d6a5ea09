import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createAbsence } from "./create-absence";
import { decideAbsence } from "./decide-absence";
import { listAbsences } from "./list-absences";
import { listDisponibilites } from "./list-disponibilites";
import { replaceDisponibilites } from "./replace-disponibilites";

let world: TestWorld;
let paris: number;
let lyon: number;
let nadia: number;

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
  nadia = (await addIntervenant(world.db, paris)).id;
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const self = (intervenantId = nadia) =>
  contextFor(world.db, actor("intervenant", { intervenantId, agenceIds: [paris] }));
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("disponibilite.replace", () => {
  const plage = { jour: 2, heure_debut: "08:00", heure_fin: "12:00" };

  test("replaces the whole week, from today unless said otherwise, by the person or the agency", async () => {
    const disponibilites = [plage, { ...plage, jour: 4, du: "2026-05-01", au: "2026-05-31" }];
    const page = await replaceDisponibilites(self(), { intervenant_id: nadia, disponibilites });
    expect(page.results).toMatchObject([
      { jour: 2, heure_debut: "08:00", heure_fin: "12:00", du: "2026-03-10", au: null },
      { jour: 4, du: "2026-05-01", au: "2026-05-31" },
    ]);
    expect(await lastLine()).toMatchObject({ action: "disponibilite.replace", objetId: String(nadia) });
    await replaceDisponibilites(manager(), { intervenant_id: nadia, disponibilites: [plage] });
    expect((await listDisponibilites(self(), { intervenant_id: nadia })).results).toHaveLength(1);
  });

  test("refuses hours that overlap, and people out of reach", async () => {
    await expect(
      replaceDisponibilites(self(), { intervenant_id: nadia, disponibilites: [plage, plage] }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/disponibilites/1/heure_debut" }] } });
    const far = (await addIntervenant(world.db, lyon)).id;
    for (const ctx of [self(), manager()]) {
      const input = { intervenant_id: far, disponibilites: [] };
      await expect(replaceDisponibilites(ctx, input)).rejects.toMatchObject({ code: "notFound" });
      await expect(listDisponibilites(ctx, { intervenant_id: far })).rejects.toMatchObject({
        code: "notFound",
      });
    }
  });
});

describe("absence", () => {
  test("asked for by the intervenant in whole days, it waits for a decision", async () => {
    const asked = await createAbsence(self(), { debut: "2026-04-06", fin: "2026-04-07", type: "conge" });
    expect(asked).toMatchObject({
      intervenant_id: nadia,
      debut: "2026-04-06T00:00:00+02:00",
      fin: "2026-04-08T00:00:00+02:00",
      statut: "demandee",
      prestations_a_remplacer: 0,
    });
    await expect(
      createAbsence(self(), { debut: "2026-04-07T10:00", fin: "2026-04-07T12:00", type: "autre" }),
    ).rejects.toMatchObject({ code: "onLeave" });
    await expect(
      createAbsence(self(), { debut: "2026-03-01", fin: "2026-03-02", type: "conge" }),
    ).rejects.toMatchObject({ code: "pastNotAllowed" });
    await expect(
      createAbsence(self(), { debut: "2026-05-02", fin: "2026-05-01", type: "conge" }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/fin" }] } });
  });

  test("approved, it counts the planned visits that someone else must make; decided once only", async () => {
    const karim = (await addIntervenant(world.db, paris)).id;
    const { client, adresse } = await addClient(world.db, paris);
    const activite = await addActivite(world.db, paris);
    const visit = { agenceId: paris, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
    const at = (day: number) => ({
      debut: new Date(`2026-06-0${day}T08:00:00Z`),
      fin: new Date(`2026-06-0${day}T10:00:00Z`),
    });
    await addPrestation(world.db, { ...visit, intervenantId: karim }, { ...at(1), statut: "confirmee" });
    await addPrestation(world.db, { ...visit, intervenantId: karim }, { ...at(2), statut: "annulee" });
    await addPrestation(world.db, { ...visit, intervenantId: karim }, at(4));
    const { id } = await createAbsence(self(karim), {
      debut: "2026-06-01",
      fin: "2026-06-03",
      type: "conge",
    });
    const waiting = await listAbsences(manager(), {
      statut: "demandee",
      date_min: "2026-06-03",
      date_max: "2026-06-30",
    });
    expect(waiting.results).toMatchObject([{ id, prestations_a_remplacer: 1 }]);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => decideAbsence(manager(), { id, decision: "approuvee" })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(decideAbsence(manager(), { id, decision: "refusee" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
    const lines = await world.db.select().from(audit).orderBy(desc(audit.id));
    const decided = lines.filter(({ action }) => action === "absence.decide");
    expect(decided).toHaveLength(1);
    expect(decided[0]?.canon).toContain('"prestations_a_remplacer":1');
  });

  test("recorded by staff it stands at once; out of reach it is not found; only staff decide", async () => {
    const made = await createAbsence(manager(), {
      intervenant_id: nadia,
      debut: "2026-03-09T08:00",
      fin: "2026-03-09T18:00",
      type: "maladie",
      motif: "grippe",
    });
    expect(made).toMatchObject({ statut: "approuvee", motif: "grippe" });
    expect((await lastLine())?.canon).not.toContain("grippe");
    const audited = await listAbsences(contextFor(world.db, actor("auditeur")), { intervenant_id: nadia });
    expect(JSON.stringify(audited)).not.toMatch(/grippe|maladie/);
    const far = (await addIntervenant(world.db, lyon)).id;
    const body = { intervenant_id: far, debut: "2026-04-06", fin: "2026-04-07", type: "conge" };
    for (const ctx of [self(), manager()])
      await expect(createAbsence(ctx, body)).rejects.toMatchObject({ code: "notFound" });
    const other = await createAbsence(contextFor(world.db, actor("admin")), body);
    await expect(decideAbsence(manager(), { id: other.id, decision: "refusee" })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(decideAbsence(self(), { id: made.id, decision: "refusee" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
