import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prestations, series } from "@/db/schema/prestations";
import { addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { createSerie } from "./create-serie";
import { exportSeries } from "./export-series";
import { generateSeries } from "./generate-series";
import { listSeries } from "./list-series";
import { previewSerie } from "./preview-serie";
import { readSerie } from "./read-serie";
import { stopSerie } from "./stop-serie";
import { updateSerie } from "./update-serie";

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

describe("serie.update", () => {
  test("changes the following planned visits; the past, the confirmed and those changed by hand stay", async () => {
    const { id, version } = await create();
    const visits = await visitsOf(id);
    const at = (index: number) => visits[index]?.id ?? 0;
    await updatePrestation(w.staffCtx(), { id: at(3), statut: "confirmee" });
    await movePrestation(w.staffCtx(), { id: at(4), date: "2026-03-26T15:00" });
    const { effet, heure } = await updateSerie(w.staffCtx(), {
      id,
      version,
      du: "2026-03-16",
      heure: "10:30",
      duree: 1,
    });
    expect([heure, effet]).toMatchObject(["10:30", { creees: 0, modifiees: 13, annulees: 0 }]);
    const after = await visitsOf(id);
    const times = after.map(
      ({ debut, fin }) => `${debut.toISOString().slice(5, 16)} ${(fin.getTime() - debut.getTime()) / 60_000}`,
    );
    expect(times.slice(0, 6)).toEqual([
      "03-12T08:00 120",
      "03-16T09:30 60",
      "03-19T09:30 60",
      "03-23T08:00 120",
      "03-26T14:00 120",
      "03-30T08:30 60",
    ]);
    expect(after[1]).toMatchObject({ prixTtc: 3190, serieModifiee: false });
    expect(after[4]?.serieModifiee).toBe(true);
  });

  test("other days: those that go are cancelled, those that come are made", async () => {
    const { id } = await create();
    const { effet, premier_jour } = await updateSerie(w.staffCtx(), {
      id,
      du: "2026-03-23",
      rrule: "FREQ=WEEKLY;BYDAY=TH,FR",
    });
    expect([premier_jour, effet]).toMatchObject(["2026-03-23", { creees: 6, modifiees: 0, annulees: 7 }]);
    const days = (await active(id)).map(({ serieJour }) => serieJour);
    expect(days.slice(0, 6)).toEqual([
      "2026-03-12",
      "2026-03-16",
      "2026-03-19",
      "2026-03-26",
      "2026-03-27",
      "2026-04-02",
    ]);
    await updateSerie(w.staffCtx(), { id, du: "2026-03-23", rrule: "FREQ=WEEKLY;BYDAY=MO,TH" });
    expect((await active(id)).map(({ serieJour }) => serieJour)).toContain("2026-03-23");
  });

  test("before a change that begins beyond the visits made so far, the old rule goes on", async () => {
    const { id } = await create({ rrule: "FREQ=WEEKLY;BYDAY=MO" });
    await updateSerie(w.staffCtx(), { id, du: "2026-05-18", rrule: "FREQ=WEEKLY;BYDAY=TU" });
    await generateSeries(system(30), {});
    const days = (await active(id))
      .map(({ serieJour }) => serieJour)
      .filter((jour) => jour && jour > "2026-05-01");
    expect(days).toEqual(["2026-05-04", "2026-05-11", "2026-05-19", "2026-05-26", "2026-06-02"]);
  });

  test("gives the visits to somebody else, and says to whom it could not", async () => {
    const { id } = await create();
    const next = await addIntervenant(w.db, w.agence.id, [w.activite.id]);
    const place = {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
    };
    await addPrestation(
      w.db,
      { ...place, intervenantId: next.id },
      { debut: new Date("2026-03-19T08:30:00Z") },
    );
    const { effet } = await updateSerie(w.staffCtx(), { id, intervenant_id: next.id });
    expect(effet.non_affectees.map(({ jour, code }) => [jour, code])).toEqual([["2026-03-19", "slotTaken"]]);
    const people = (await active(id)).map(({ intervenantId }) => intervenantId);
    expect(people.slice(0, 4)).toEqual([next.id, next.id, null, next.id]);
  });

  test("refuses a stale version, the past, a stopped series, another agency", async () => {
    const { id, version } = await create();
    const patch = (values: Record<string, unknown>, ctx = w.staffCtx()) =>
      updateSerie(ctx, { id, ...values });
    await expect(patch({ version: version + 1 })).rejects.toMatchObject({ code: "preconditionFailed" });
    await expect(patch({ du: "2026-03-09" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/du" }] },
    });
    await expect(patch({ heure: "10:00" }, w.otherStaffCtx())).rejects.toMatchObject({ code: "notFound" });
    await stopSerie(w.staffCtx(), { id, motif: "fin de contrat" });
    await expect(patch({ heure: "10:00" })).rejects.toMatchObject({ code: "invalidTransition" });
  });
});

describe("serie.stop", () => {
  test("cancels the visits to come from the day on, with the reason, and makes no more", async () => {
    const { id } = await create();
    const [, , third] = await visitsOf(id);
    await movePrestation(w.staffCtx(), { id: third?.id ?? 0, date: "2026-03-20T09:00" });
    const { effet, arret, statut } = await stopSerie(w.staffCtx(), {
      id,
      du: "2026-03-19",
      motif: "fin de contrat",
    });
    expect([effet.annulees, arret?.du, statut]).toEqual([14, "2026-03-19", "arretee"]);
    await generateSeries(system(40), {});
    expect(await active(id)).toHaveLength(2);
    const ended = (await visitsOf(id)).filter(({ statut: state }) => state === "annulee");
    expect(new Set(ended.map(({ annulationMotif }) => annulationMotif))).toEqual(new Set(["fin de contrat"]));
    await expect(stopSerie(w.staffCtx(), { id, motif: "encore" })).rejects.toMatchObject({
      code: "invalidTransition",
    });
  });
});

describe("reading", () => {
  test("each role sees what is theirs, an auditeur pseudonyms and no free text", async () => {
    const { id } = await create({
      client_id: w.client.id,
      intervenant_id: w.nadia.id,
      instructions: "clé chez le voisin",
    });
    const elsewhere = await create();
    for (const ctx of [w.clientCtx(), w.workerCtx()]) {
      const seen = (await listSeries(ctx, {})).results.map((row) => row.id);
      expect(seen).toContain(id);
      expect(seen).not.toContain(elsewhere.id);
      await expect(readSerie(ctx, { id: elsewhere.id })).rejects.toMatchObject({ code: "notFound" });
    }
    const audited = await readSerie(w.auditCtx(), { id });
    expect(audited.client.nom).not.toContain("Claire");
    expect(audited.instructions).toBe("");
    expect((await readSerie(w.clientCtx(), { id })).intervenant?.nom).toHaveLength(2);
    expect((await listSeries(w.otherStaffCtx(), {})).results).toEqual([]);
    const { rows } = await exportSeries(w.staffCtx(), { client_id: w.client.id });
    expect(rows).toEqual([expect.objectContaining({ id, en_clair: "Chaque lundi et jeudi à 09:00" })]);
  });

  test("filters by state and client; a preview shows what holidays leave out", async () => {
    const running = await create();
    const stopped = await create({ heure: "17:00" });
    await stopSerie(w.staffCtx(), { id: stopped.id, motif: "essai" });
    const ids = async (statut: string) =>
      (await listSeries(w.staffCtx(), { statut, client_id: who.clientId, count: true })).results.map(
        ({ id }) => id,
      );
    expect([await ids("active"), await ids("arretee"), await ids("terminee")]).toEqual([
      [running.id],
      [stopped.id],
      [],
    ]);
    const { client_id, heure } = body();
    const preview = await previewSerie(w.staffCtx(), {
      client_id,
      heure,
      premier_jour: "2026-03-30",
      rrule: "FREQ=WEEKLY",
      jours_feries: "sauter",
      nombre: 3,
    });
    expect(preview.results).toEqual([
      { jour: "2026-03-30", date: "2026-03-30T09:00:00+02:00", ferie: null },
      { jour: "2026-04-06", date: null, ferie: "Lundi de Pâques" },
      { jour: "2026-04-13", date: "2026-04-13T09:00:00+02:00", ferie: null },
    ]);
  });
});

test("two changes of one series at once: one after the other, no visit twice", async () => {
  const { id } = await create();
  await Promise.all([
    updateSerie(w.staffCtx(), { id, rrule: "FREQ=WEEKLY;BYDAY=TU" }),
    updateSerie(w.staffCtx(), { id, rrule: "FREQ=WEEKLY;BYDAY=FR" }),
  ]);
  const [row] = await opened(w.db, w.db.select(columnsOf(series)).from(series).where(eq(series.id, id)));
  const days = (await active(id)).map(({ serieJour }) => new Date(serieJour ?? "").getUTCDay());
  expect(new Set(days)).toEqual(new Set([row?.rrule.includes("TU") ? 2 : 5]));
});
