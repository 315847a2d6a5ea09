import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prestations } from "@/db/schema/prestations";
import { notifications } from "@/db/schema/suivi";
import { addIntervenant, addPrestation } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { actor, contextFor } from "@/lib/foundation/testing";
import { createNotification } from "@/lib/notifications/create-notification";
import { changementsEntre } from "@/lib/plannings/publications/changements";
import { createPublication } from "@/lib/plannings/publications/create-publication";
import { listPublications } from "@/lib/plannings/publications/list-publications";
import { previewPublication } from "@/lib/plannings/publications/preview-publication";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";

let w: VisitWorld;

beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

const week = () => ({ agence_id: w.agence.id, semaine: "2026-W11" });
const place = () => ({
  agenceId: w.agence.id,
  clientId: w.client.id,
  adresseId: w.adresse.id,
  activiteId: w.activite.id,
});
const told = async () =>
  (await jobsOf(w.db, "notification.create")).filter(({ type }) => type === "planning.publie");

describe("publication.create", () => {
  test("tells each person once of what is new, then only of what has changed", async () => {
    const one = await addPrestation(w.db, { ...place(), intervenantId: w.nadia.id });
    await addPrestation(
      w.db,
      { ...place(), intervenantId: w.nadia.id },
      { debut: new Date("2026-03-13T09:00:00Z") },
    );
    const preview = await previewPublication(w.staffCtx(), week());
    expect(preview).toMatchObject({
      precedente: null,
      nouvelles: 2,
      personnes: [{ role: "intervenant" }, {}],
    });
    const first = await createPublication(w.staffCtx(), week());
    expect(first).toMatchObject({
      numero: 1,
      visites: 2,
      nouvelles: 2,
      changees: 0,
      prevenus: 2,
      du: "2026-03-09",
    });
    const jobs = await told();
    expect(
      jobs.map(({ pour_client_id, pour_intervenant_id }) => [pour_client_id, pour_intervenant_id]),
    ).toEqual(
      expect.arrayContaining([
        [w.client.id, undefined],
        [undefined, w.nadia.id],
      ]),
    );

    const next = await addIntervenant(w.db, w.agence.id, [w.activite.id]);
    await w.db.update(prestations).set({ intervenantId: next.id }).where(eq(prestations.id, one.id));
    const second = await createPublication(w.staffCtx(), week());
    expect(second).toMatchObject({ numero: 2, nouvelles: 0, changees: 1, retirees: 0, prevenus: 3 });
    expect(await createPublication(w.staffCtx(), week())).toMatchObject({ numero: 3, prevenus: 0 });
    const [state] = await opened(
      w.db,
      w.db.select(columnsOf(prestations)).from(prestations).where(eq(prestations.id, one.id)),
    );
    expect(state?.statut).toBe("planifiee");
  });

  test("a job run twice gives one notice, and names nobody", async () => {
    const job = (await told()).find(({ pour_intervenant_id }) => pour_intervenant_id === w.nadia.id);
    const machine = contextFor(w.db, actor("system"));
    for (let run = 0; run < 2; run += 1)
      await createNotification(machine, job as { type: string; objet_id: number });
    const notices = await w.db
      .select()
      .from(notifications)
      .where(eq(notifications.utilisateurId, w.users.workerUser.id));
    expect(notices).toHaveLength(1);
    expect(notices[0]?.donnees).toMatchObject({ semaine: "2026-W11" });
  });

  test("two at once follow each other", async () => {
    const both = await Promise.all([
      createPublication(w.staffCtx(), { ...week(), semaine: "2026-W12" }),
      createPublication(w.staffCtx(), { ...week(), semaine: "2026-W12" }),
    ]);
    expect(both.map(({ numero }) => numero).sort()).toEqual([1, 2]);
  });

  test("refuses a week that does not exist, another agency, and everyone but staff", async () => {
    const bad = { ...week(), semaine: "2025-W53" };
    await expect(createPublication(w.staffCtx(), bad)).rejects.toMatchObject({ code: "validation" });
    await expect(createPublication(w.otherStaffCtx(), week())).rejects.toMatchObject({ code: "notFound" });
    for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()]) {
      await expect(createPublication(ctx, week())).rejects.toMatchObject({ code: "forbidden" });
      await expect(listPublications(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await listPublications(w.otherStaffCtx(), {})).results).toEqual([]);
    const { results } = await listPublications(w.staffCtx(), { semaine: "2026-W11" });
    expect(results.map(({ numero }) => numero)).toEqual([3, 2, 1]);
  });
});

test("a visit that changes hands: gone for one, new for the other, changed for its client", () => {
  const visite = {
    id: 1,
    debut: "2026-03-12T09:00:00Z",
    fin: "2026-03-12T11:00:00Z",
    client: 7,
    intervenant: 1,
  };
  const found = changementsEntre([visite], [{ ...visite, intervenant: 2 }]);
  expect(Object.fromEntries(found.intervenants)).toEqual({
    1: { nouvelles: 0, changees: 0, retirees: 1 },
    2: { nouvelles: 1, changees: 0, retirees: 0 },
  });
  expect(Object.fromEntries(found.clients)).toEqual({ 7: { nouvelles: 0, changees: 1, retirees: 0 } });
  expect(changementsEntre([visite], [visite]).total).toEqual({ nouvelles: 0, changees: 0, retirees: 0 });
  expect(changementsEntre([visite], []).total).toEqual({ nouvelles: 0, changees: 0, retirees: 1 });
});
