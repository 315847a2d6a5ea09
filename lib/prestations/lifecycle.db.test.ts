import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addIntervenant, addPrestation } from "@/db/testing-data";
import type { PlainInsert } from "@/db/vault/open";
import { cancelPrestation } from "./cancel-prestation";
import { createPointage } from "./create-pointage";
import { listPointages } from "./list-pointages";
import { movePrestation } from "./move-prestation";
import { notePrestation } from "./note-prestation";
import { readPrestation } from "./read-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "./testing";
import { updatePrestation } from "./update-prestation";
import { validatePrestation } from "./validate-prestation";

let w: VisitWorld;
let offset = 0;
beforeAll(async () => {
  w = await visitWorld();
});

/** A confirmed two-hour visit of Nadia's at 10:00 in Paris, each on a day of its own. */
async function visit(values: Partial<PlainInsert<typeof prestations>> = {}) {
  offset += 1;
  const debut = new Date(Date.UTC(2026, 3, offset, 8));
  return addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
      intervenantId: w.nadia.id,
    },
    { debut, statut: "confirmee", ...values },
  );
}
const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

describe("pointage.create", () => {
  test("takes a visit from confirmed to done, without touching the planned times", async () => {
    const row = await visit();
    const arrival = minutesAfter(row.debut, 7);
    const started = await createPointage(w.workerCtx({ now: arrival }), {
      id: row.id,
      type: "arrivee",
      latitude: 48.86,
      longitude: 2.38,
    });
    expect(started).toMatchObject({ statut: "en_cours", date: "2026-04-01T10:00:00+02:00" });
    const end = minutesAfter(row.debut, 131);
    const done = await createPointage(w.workerCtx({ now: end }), { id: row.id, type: "depart" });
    expect(done).toMatchObject({
      statut: "realisee",
      fin: "2026-04-01T12:00:00+02:00",
      pointages: [
        { type: "arrivee", horodatage: "2026-04-01T10:07:00+02:00" },
        { type: "depart", horodatage: "2026-04-01T12:11:00+02:00" },
      ],
    });
    const [line] = await w.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "pointage.create", objetType: "prestation" });
    const seen = await listPointages(w.workerCtx(), { id: row.id });
    expect(seen.results[0]).toMatchObject({ source: "telephone", latitude: 48.86 });
    expect((await listPointages(w.clientCtx(), { id: row.id })).results[0]?.latitude).toBeNull();
    expect(await jobsOf(w.db, "notification.create")).toContainEqual(
      expect.objectContaining({ type: "prestation.realisee", objet_id: row.id }),
    );
  });

  test("refuses a second arrival, a departure before it, and one that is much too early", async () => {
    const row = await visit();
    const early = w.workerCtx({ now: minutesAfter(row.debut, -61) });
    await expect(createPointage(early, { id: row.id, type: "arrivee" })).rejects.toMatchObject({
      code: "tooEarly",
    });
    const now = w.workerCtx({ now: minutesAfter(row.debut, -60) });
    await expect(createPointage(now, { id: row.id, type: "depart" })).rejects.toMatchObject({
      code: "notCheckedIn",
    });
    await createPointage(now, { id: row.id, type: "arrivee" });
    await expect(createPointage(now, { id: row.id, type: "arrivee" })).rejects.toMatchObject({
      code: "alreadyCheckedIn",
    });
    const before = minutesAfter(row.debut, -90).toISOString();
    await expect(
      createPointage(now, { id: row.id, type: "depart", horodatage: before }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/horodatage" }] } });
  });

  test("a late telephone may send the last day only; staff may send any past moment, on a planned visit too", async () => {
    const row = await visit({ statut: "planifiee" });
    const now = minutesAfter(row.debut, 30 * 60);
    const horodatage = row.debut.toISOString();
    await expect(
      createPointage(w.workerCtx({ now }), { id: row.id, type: "arrivee", horodatage }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/horodatage" }] } });
    await expect(createPointage(w.workerCtx({ now }), { id: row.id, type: "arrivee" })).rejects.toMatchObject(
      {
        code: "invalidTransition",
      },
    );
    const started = await createPointage(w.staffCtx({ now }), { id: row.id, type: "arrivee", horodatage });
    expect(started.statut).toBe("en_cours");
    const future = minutesAfter(now, 10).toISOString();
    await expect(
      createPointage(w.staffCtx({ now }), { id: row.id, type: "depart", horodatage: future }),
    ).rejects.toMatchObject({ code: "validation" });
  });

  test("belongs to the assigned intervenant and the agency", async () => {
    const other = await addIntervenant(w.db, w.agence.id, [w.activite.id]);
    const row = await visit({ intervenantId: other.id });
    const now = { now: row.debut };
    await expect(createPointage(w.workerCtx(now), { id: row.id, type: "arrivee" })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(createPointage(w.clientCtx(now), { id: row.id, type: "arrivee" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listPointages(w.workerCtx(), { id: row.id })).rejects.toMatchObject({ code: "notFound" });
  });

  test("two arrivals at once are one", async () => {
    const row = await visit();
    const now = { now: row.debut };
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => createPointage(w.workerCtx(now), { id: row.id, type: "arrivee" })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "alreadyCheckedIn" });
  });
});

describe("prestation.validate", () => {
  test("by the client bills the planned time", async () => {
    const row = await visit({ statut: "realisee" });
    const done = await validatePrestation(w.clientCtx(), { id: row.id });
    expect(done).toMatchObject({ statut: "validee", duree_facturee: 2, prix_ttc: "63.80", duree: 2 });
    await expect(validatePrestation(w.clientCtx(), { id: row.id })).rejects.toMatchObject({
      code: "invalidTransition",
      details: { extra: { allowed: ["facturee"] } },
    });
  });

  test("by staff bills what they say, never less than the minimum agreed", async () => {
    const [long, short, own] = [
      await visit({ statut: "realisee" }),
      await visit({ statut: "realisee" }),
      await visit({ statut: "realisee" }),
    ];
    expect(await validatePrestation(w.staffCtx(), { id: long.id, duree_facturee: 2.5 })).toMatchObject({
      duree_facturee: 2.5,
      prix_ttc: "79.75",
    });
    expect(await validatePrestation(w.staffCtx(), { id: short.id, duree_facturee: 0.25 })).toMatchObject({
      duree_facturee: 1,
      prix_ttc: "31.90",
    });
    await expect(
      validatePrestation(w.clientCtx(), { id: own.id, duree_facturee: 0.25 }),
    ).rejects.toMatchObject({ code: "validation" });
    await expect(validatePrestation(w.otherStaffCtx(), { id: own.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(validatePrestation(w.workerCtx(), { id: own.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("prestation.cancel", () => {
  test("is the client's until the notice, the agency's afterwards, with its fee if it says so", async () => {
    const row = await visit();
    const late = { now: minutesAfter(row.debut, -23 * 60) };
    await expect(cancelPrestation(w.clientCtx(late), { id: row.id, motif: "Malade" })).rejects.toMatchObject({
      code: "cancelTooLate",
    });
    const cancelled = await cancelPrestation(w.staffCtx(late), { id: row.id, motif: "Malade", frais: true });
    expect(cancelled).toMatchObject({
      statut: "annulee",
      annulation: { motif: "Malade", frais: "31.90" },
    });
    const intime = await visit();
    expect(await cancelPrestation(w.staffCtx(), { id: intime.id, motif: "x", frais: true })).toMatchObject({
      annulation: { frais: "0.00" },
    });
    const own = await visit();
    expect(await cancelPrestation(w.clientCtx(), { id: own.id, motif: "x", frais: true })).toMatchObject({
      annulation: { frais: "0.00" },
    });
  });

  test("needs a reason, a visit that has not begun, and reach", async () => {
    const row = await visit({ statut: "en_cours" });
    await expect(cancelPrestation(w.staffCtx(), { id: row.id })).rejects.toMatchObject({
      code: "validation",
    });
    await expect(cancelPrestation(w.staffCtx(), { id: row.id, motif: "x" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
    await expect(cancelPrestation(w.otherStaffCtx(), { id: row.id, motif: "x" })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("prestation.move and prestation.update", () => {
  test("staff move at once, keeping the hourly price agreed; the old slot is free", async () => {
    const row = await visit();
    const moved = await movePrestation(w.staffCtx(), { id: row.id, date: "2026-06-01T09:00:00", duree: 3 });
    expect(moved).toMatchObject({ statut: "confirmee", prix_ttc: "95.70", duree: 3, version: 2 });
    await expect(
      movePrestation(w.staffCtx(), { id: row.id, date: "2026-06-01T10:00:00", version: 1 }),
    ).rejects.toMatchObject({ code: "preconditionFailed" });
    await expect(
      movePrestation(w.staffCtx(), { id: row.id, date: "2026-06-01T10:00:00" }),
    ).resolves.toMatchObject({ date: "2026-06-01T10:00:00+02:00" });
  });

  test("a client may not move after the notice nor into the past, and hears of taken slots", async () => {
    const row = await visit();
    const other = await visit();
    const late = { now: minutesAfter(row.debut, -60) };
    await expect(
      movePrestation(w.clientCtx(late), { id: row.id, date: "2026-06-02T09:00:00" }),
    ).rejects.toMatchObject({ code: "cancelTooLate" });
    await expect(
      movePrestation(w.clientCtx(), { id: row.id, date: "2026-03-01T09:00:00" }),
    ).rejects.toMatchObject({ code: "pastNotAllowed" });
    await expect(
      movePrestation(w.clientCtx(), { id: row.id, date: other.debut.toISOString() }),
    ).rejects.toMatchObject({
      code: "slotTaken",
      details: { extra: { alternatives: expect.arrayContaining([expect.anything()]) } },
    });
  });

  test("PATCH gives a visit to somebody, takes it away, confirms it, under the same rules", async () => {
    const row = await visit({ intervenantId: null, statut: "planifiee" });
    const unskilled = await addIntervenant(w.db, w.agence.id, []);
    await expect(
      updatePrestation(w.staffCtx(), { id: row.id, intervenant_id: unskilled.id }),
    ).rejects.toMatchObject({ code: "skillMissing" });
    const given = await updatePrestation(w.staffCtx(), {
      id: row.id,
      intervenant_id: w.nadia.id,
      instructions: "Code 12",
      statut: "confirmee",
      version: 1,
    });
    expect(given).toMatchObject({ statut: "confirmee", intervenant_id: w.nadia.id, instructions: "Code 12" });
    const taken = await updatePrestation(w.staffCtx(), { id: row.id, intervenant_id: null });
    expect(taken.intervenant).toBeNull();
    const told = (await jobsOf(w.db, "notification.create")).filter(({ objet_id }) => objet_id === row.id);
    expect(told.map(({ ancien_intervenant_id }) => ancien_intervenant_id)).toEqual([undefined, w.nadia.id]);
    await expect(updatePrestation(w.clientCtx(), { id: row.id, duree: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const done = await visit({ statut: "realisee" });
    await expect(
      updatePrestation(w.staffCtx(), { id: done.id, date: "2026-06-03T09:00:00" }),
    ).rejects.toMatchObject({ code: "invalidTransition" });
  });
});

describe("prestation.note", () => {
  test("is the assigned intervenant's, and the client does not read it", async () => {
    const row = await visit();
    await notePrestation(w.workerCtx(), { id: row.id, note_intervenant: "Clé chez la voisine" });
    expect((await readPrestation(w.staffCtx(), { id: row.id })).note_intervenant).toBe("Clé chez la voisine");
    expect((await readPrestation(w.clientCtx(), { id: row.id })).note_intervenant).toBe("");
    await expect(notePrestation(w.staffCtx(), { id: row.id, note_intervenant: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const [line] = await w.db
      .select()
      .from(audit)
      .where(eq(audit.action, "prestation.note"))
      .orderBy(desc(audit.id))
      .limit(1);
    expect(line?.canon).not.toContain("voisine");
  });
});
