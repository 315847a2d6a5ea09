import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absences } from "@/db/schema/intervenants";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addActivite, addClient, addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createSerie } from "./create-serie";
import { generateSeries } from "./generate-series";
import { readSerie } from "./read-serie";

let w: VisitWorld;
let who: { clientId: number; intervenantId: number; adresseId: number };

beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());
beforeEach(async () => {
  const { client, adresse } = await addClient(w.db, w.agence.id);
  const person = await addIntervenant(w.db, w.agence.id, [w.activite.id]);
  who = { clientId: client.id, intervenantId: person.id, adresseId: adresse.id };
});

/** Mondays and Thursdays from 12 March 2026; the clocks change on the 29th. */
const body = (values: Record<string, unknown> = {}) => ({
  client_id: who.clientId,
  intervenant_id: who.intervenantId,
  type: "menage",
  heure: "09:00",
  duree: 2,
  premier_jour: "2026-03-12",
  rrule: "FREQ=WEEKLY;BYDAY=MO,TH",
  ...values,
});
const create = (values: Record<string, unknown> = {}) => createSerie(w.staffCtx(), body(values));
const visitsOf = (serieId: number) =>
  opened(
    w.db,
    w.db
      .select(columnsOf(prestations))
      .from(prestations)
      .where(eq(prestations.serieId, serieId))
      .orderBy(asc(prestations.debut)),
  );
const active = async (serieId: number) =>
  (await visitsOf(serieId)).filter(({ statut }) => statut !== "annulee");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const system = (days = 0) => contextFor(w.db, actor("system"), { now: later(days) });

describe("serie.create", () => {
  test("makes the visits of eight weeks at the agency's local time, priced, logged, and told once", async () => {
    const serie = await create();
    expect(serie).toMatchObject({
      en_clair: "Chaque lundi et jeudi à 09:00",
      statut: "active",
      generee_jusquau: "2026-05-05",
      effet: { creees: 16, modifiees: 0, annulees: 0, non_affectees: [] },
    });
    const visits = await visitsOf(serie.id);
    expect(visits.map(({ debut }) => debut.toISOString()).slice(0, 7)).toEqual([
      "2026-03-12T08:00:00.000Z",
      "2026-03-16T08:00:00.000Z",
      "2026-03-19T08:00:00.000Z",
      "2026-03-23T08:00:00.000Z",
      "2026-03-26T08:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
      "2026-04-02T07:00:00.000Z",
    ]);
    expect(
      new Set(visits.map(({ prixTtc, statut, intervenantId }) => `${prixTtc} ${statut} ${intervenantId}`)),
    ).toEqual(new Set([`6380 planifiee ${who.intervenantId}`]));
    const lines = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, "serie.create"), eq(audit.objetId, String(serie.id))));
    expect(lines).toHaveLength(1);
    const told = (await jobsOf(w.db, "notification.create")).filter(
      ({ type, objet_id }) => type === "serie.creee" && objet_id === serie.id,
    );
    expect(told).toHaveLength(1);
  });

  test("a clash or an absence leaves that visit to nobody and says why; the others stand", async () => {
    const place = {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
    };
    await addPrestation(
      w.db,
      { ...place, intervenantId: who.intervenantId },
      { debut: new Date("2026-03-16T09:00:00Z") },
    );
    await addSealed(w.db, absences, {
      intervenantId: who.intervenantId,
      debut: new Date("2026-03-18T23:00:00Z"),
      fin: new Date("2026-03-19T23:00:00Z"),
      type: "conge",
      statut: "approuvee",
    });
    const { id, effet } = await create();
    expect(effet.non_affectees.map(({ jour, code, raison }) => [jour, code, raison])).toEqual([
      ["2026-03-16", "slotTaken", "a une autre visite"],
      ["2026-03-19", "onLeave", "est absent"],
    ]);
    const visits = await visitsOf(id);
    expect(
      visits.slice(0, 4).map(({ intervenantId, serieEmpechement }) => [intervenantId, serieEmpechement]),
    ).toEqual([
      [who.intervenantId, ""],
      [null, "slotTaken"],
      [null, "onLeave"],
      [who.intervenantId, ""],
    ]);
  });

  test("leaves holidays out or puts them off, and exceptions always out", async () => {
    const monday = { rrule: "FREQ=WEEKLY;BYDAY=MO", exceptions: ["2026-04-13"] };
    const days = async (jours_feries: string) =>
      (
        await active(
          (
            await create({ ...monday, jours_feries, heure: jours_feries === "sauter" ? "09:00" : "14:00" })
          ).id,
        )
      )
        .map(({ debut }) => debut.toISOString().slice(0, 10))
        .filter((jour) => jour.startsWith("2026-04"));
    expect(await days("sauter")).toEqual(["2026-04-20", "2026-04-27"]);
    expect(await days("reporter")).toEqual(["2026-04-07", "2026-04-20", "2026-04-27"]);
  });

  test("refuses a bad rule on its field, strangers, and who has no right", async () => {
    await expect(create({ rrule: "FREQ=SECONDLY" })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/rrule", code: "ruleFrequency" }] },
    });
    await expect(create({ fin_le: "2026-03-01" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/fin_le", code: "tooSmall" }] },
    });
    const stranger = await addIntervenant(w.db, w.other.id, [w.activite.id]);
    await expect(create({ intervenant_id: stranger.id })).rejects.toMatchObject({
      code: "intervenantUnknown",
    });
    const unskilled = await addIntervenant(w.db, w.agence.id);
    await expect(create({ intervenant_id: unskilled.id })).rejects.toMatchObject({ code: "skillMissing" });
    const unsold = await addActivite(w.db, w.other.id, { code: "garde" });
    await expect(create({ type: unsold.code, intervenant_id: null })).rejects.toMatchObject({
      code: "unknownActivity",
    });
    await expect(createSerie(w.otherStaffCtx(), body())).rejects.toMatchObject({ code: "clientUnknown" });
    for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
      await expect(createSerie(ctx, body())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("serie.generate", () => {
  test("goes on ahead, makes nothing twice, and leaves a cancelled visit cancelled", async () => {
    const { id } = await create();
    const [first] = await visitsOf(id);
    await cancelPrestation(w.staffCtx(), { id: first?.id ?? 0, motif: "vacances" });
    await generateSeries(system(3), {});
    expect(await visitsOf(id)).toHaveLength(16);
    await generateSeries(system(8), {});
    const ahead = await visitsOf(id);
    expect(ahead.at(-1)?.serieJour).toBe("2026-05-11");
    await Promise.all([generateSeries(system(16), {}), generateSeries(system(16), {})]);
    const all = await visitsOf(id);
    expect(new Set(all.map(({ serieJour }) => serieJour)).size).toBe(all.length);
    expect(all.at(-1)?.serieJour).toBe("2026-05-21");
    expect(all[0]?.statut).toBe("annulee");
  });

  test("stops where the rule does", async () => {
    const { id } = await create({ rrule: "FREQ=WEEKLY;COUNT=3" });
    await generateSeries(system(200), {});
    expect(await visitsOf(id)).toHaveLength(3);
    const read = (days: number) => readSerie(w.staffCtx({ now: later(days) }), { id });
    expect([(await read(1)).statut, (await read(60)).statut]).toEqual(["active", "terminee"]);
  });

  test("is the worker's alone", async () => {
    await expect(generateSeries(w.adminCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
