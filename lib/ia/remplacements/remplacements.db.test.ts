import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absences, competences } from "@/db/schema/intervenants";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { createAbsence } from "@/lib/intervenants/create-absence";
import { decideAbsence } from "@/lib/intervenants/decide-absence";
import { withdrawAbsence } from "@/lib/intervenants/withdraw-absence";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { acceptRemplacement } from "./accept-remplacement";
import { listRemplacements } from "./list-remplacements";

let w: VisitWorld;
let omar: { id: number };
beforeAll(async () => {
  w = await visitWorld();
  omar = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Omar" });
});
afterAll(() => w.world.close());
beforeEach(async () => {
  await w.db.delete(prestations);
  await w.db.delete(absences);
});

/** From `hour` to `to` UTC on a day of March 2026; Nadia's unless said otherwise. */
const visit = (day: number, hour: number, to: number, intervenantId: number | null = w.nadia.id) =>
  addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
      ...(intervenantId === null ? {} : { intervenantId }),
    },
    { debut: new Date(Date.UTC(2026, 2, day, hour)), fin: new Date(Date.UTC(2026, 2, day, to)) },
  );
/** Nadia is away from Monday 16 to Wednesday 18 March 2026. */
const away = (statut: "demandee" | "approuvee" = "approuvee") =>
  addSealed(w.db, absences, {
    intervenantId: w.nadia.id,
    debut: new Date("2026-03-15T23:00:00Z"),
    fin: new Date("2026-03-18T23:00:00Z"),
    type: "maladie",
    statut,
  });
const rowOf = async (id: number) =>
  (await w.db.select().from(prestations).where(eq(prestations.id, id)))[0] as typeof prestations.$inferSelect;
const told = async (id: number) =>
  (await jobsOf(w.db, "notification.create")).filter((job) => job.objet_id === id);

describe("the proposals", () => {
  test("name the best person for each visit to come, with reasons, and assign nobody", async () => {
    const [first, second] = [await visit(16, 9, 11), await visit(17, 9, 11)];
    await visit(20, 9, 11);
    const { id } = await away();
    const { results, remplacees, reste } = await listRemplacements(w.staffCtx(), { id });
    expect(results.map(({ prestation }) => prestation.id)).toEqual([first.id, second.id]);
    for (const { proposition } of results) {
      expect(proposition?.intervenant_id).toBe(omar.id);
      expect(proposition?.nom).toMatch(/^Omar /);
      expect(proposition?.raisons.length).toBeGreaterThan(0);
    }
    expect({ remplacees, reste }).toEqual({ remplacees: [], reste: 0 });
    expect((await rowOf(first.id)).intervenantId).toBe(w.nadia.id);
  });

  test("count for the visits after them: the second long day of one person goes to nobody", async () => {
    // Nine hours, then three more on the same day: twelve, where ten are allowed.
    const [long, more] = [await visit(16, 7, 16), await visit(16, 16, 19)];
    const { id } = await away();
    const { results } = await listRemplacements(w.staffCtx(), { id });
    expect(results.map(({ prestation }) => prestation.id)).toEqual([long.id, more.id]);
    expect(results[0]?.proposition?.intervenant_id).toBe(omar.id);
    expect(results[1]?.proposition).toBeNull();
    expect(results[1]?.au_plus_pres).toMatchObject({
      intervenant_id: omar.id,
      raison: expect.stringMatching(/10 h/),
    });
  });

  test("may all be accepted: none is refused by the rules of changing hands", async () => {
    // Five days of eight hours fill Omar's legal week of 48 h; what is beyond must not be proposed.
    for (const day of [19, 20, 21]) await visit(day, 7, 15, omar.id);
    for (const day of [16, 17, 18]) {
      await visit(day, 7, 11);
      await visit(day, 11, 16);
    }
    const { id } = await away();
    const { results } = await listRemplacements(w.staffCtx(), { id });
    const proposed = results.filter(({ proposition }) => proposition);
    expect(proposed.length).toBeGreaterThan(2);
    expect(proposed.length).toBeLessThan(6);
    for (const { prestation, proposition } of proposed) {
      const accepted = await acceptRemplacement(w.staffCtx(), {
        id,
        prestation_id: prestation.id,
        version: prestation.version,
        intervenant_id: proposition?.intervenant_id ?? null,
      });
      expect(accepted.intervenant_id).toBe(omar.id);
    }
    const after = await listRemplacements(w.staffCtx(), { id });
    expect(after.results).toHaveLength(6 - proposed.length);
    expect(after.remplacees).toHaveLength(proposed.length);
  });

  test("wait for the approval, which says how many visits it leaves", async () => {
    await visit(16, 9, 11);
    const { id } = await away("demandee");
    expect((await listRemplacements(w.staffCtx(), { id })).results).toEqual([]);
    const decided = await decideAbsence(w.staffCtx(), { id, decision: "approuvee" });
    expect(decided).toMatchObject({ prestations_a_remplacer: 1, prestations_remplacees: 0 });
    expect((await listRemplacements(w.staffCtx(), { id })).results).toHaveLength(1);
  });

  test("say why when nobody may go", async () => {
    await visit(16, 9, 11);
    await visit(16, 9, 11, omar.id);
    const { id } = await away();
    const { results } = await listRemplacements(w.staffCtx(), { id });
    expect(results[0]?.proposition).toBeNull();
    expect(results[0]?.au_plus_pres?.nom).toMatch(/^Omar /);
  });
});

describe("accepting one", () => {
  async function asked() {
    const { id: prestation_id, version } = await visit(16, 9, 11);
    return { id: (await away()).id, prestation_id, version, intervenant_id: omar.id as number | null };
  }

  test("changes hand with its line, and tells the client and both people", async () => {
    const input = await asked();
    const ctx = w.staffCtx();
    const after = await acceptRemplacement(ctx, input);
    expect(after).toMatchObject({ intervenant_id: omar.id, version: input.version + 1 });
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line).toMatchObject({
      action: "remplacement.accept",
      objetType: "prestation",
      objetId: String(input.prestation_id),
    });
    expect(JSON.parse(line?.canon ?? "{}").data).toMatchObject({
      absence_id: input.id,
      before: w.nadia.id,
      intervenant_id: omar.id,
    });
    expect(await told(input.prestation_id)).toMatchObject([
      { type: "prestation.modifiee", ancien_intervenant_id: w.nadia.id },
    ]);
  });

  test("leaves a visit open when nobody is named, and proposes it again", async () => {
    const input = await asked();
    await acceptRemplacement(w.staffCtx(), { ...input, intervenant_id: null });
    const { results } = await listRemplacements(w.staffCtx(), { id: input.id });
    expect(results).toMatchObject([
      {
        prestation: { id: input.prestation_id, intervenant_id: null },
        proposition: { intervenant_id: omar.id },
      },
    ]);
    const version = results[0]?.prestation.version as number;
    const given = await acceptRemplacement(w.staffCtx(), { ...input, version });
    expect(given.intervenant_id).toBe(omar.id);
  });

  test("two at once: one gives it, the other hears whose it is now", async () => {
    const input = await asked();
    const lina = await addIntervenant(w.db, w.agence.id, [w.activite.id], { prenom: "Lina" });
    const outcomes = await Promise.allSettled([
      acceptRemplacement(w.staffCtx(), input),
      acceptRemplacement(w.staffCtx(), { ...input, intervenant_id: lina.id }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((one) => one.status === "rejected") as PromiseRejectedResult;
    const now = await rowOf(input.prestation_id);
    expect(lost.reason).toMatchObject({
      code: "proposalStale",
      details: { extra: { actuel: { intervenant_id: now.intervenantId, version: input.version + 1 } } },
    });
    expect(lost.reason.details.params.precision).toMatch(/Omar|Lina/);
    expect(await told(input.prestation_id)).toHaveLength(1);
    await w.db.delete(competences).where(eq(competences.intervenantId, lina.id));
  });

  test("is refused with what changed: another time, cancelled, given by hand", async () => {
    const input = await asked();
    await updatePrestation(w.staffCtx(), { id: input.prestation_id, intervenant_id: null });
    await expect(acceptRemplacement(w.staffCtx(), input)).rejects.toMatchObject({
      code: "proposalStale",
      details: { params: { precision: "Elle n’a plus personne." } },
    });
    const moved = { intervenantId: w.nadia.id, debut: new Date("2026-03-16T13:00:00Z") };
    const fin = new Date("2026-03-16T15:00:00Z");
    await w.db
      .update(prestations)
      .set({ ...moved, fin })
      .where(eq(prestations.id, input.prestation_id));
    const refused = await acceptRemplacement(w.staffCtx(), input).catch((error) => error);
    expect(refused.code).toBe("proposalStale");
    expect(refused.details.params.precision).toMatch(/16 mars.*14[: ]/);
    await w.db.update(prestations).set({ statut: "annulee" }).where(eq(prestations.id, input.prestation_id));
    await expect(acceptRemplacement(w.staffCtx(), input)).rejects.toMatchObject({
      details: { params: { precision: "Elle est annulée." }, extra: { actuel: { statut: "annulee" } } },
    });
    expect((await rowOf(input.prestation_id)).intervenantId).toBe(w.nadia.id);
  });

  test("is refused for a visit of somebody else, to the person away, out of reach and to everyone but staff", async () => {
    const input = await asked();
    const foreign = await visit(16, 13, 15, omar.id);
    const theirs = { ...input, prestation_id: foreign.id, version: foreign.version };
    await expect(acceptRemplacement(w.staffCtx(), theirs)).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/prestation_id", code: "invalidChoice" }] },
    });
    const back = { ...input, intervenant_id: w.nadia.id };
    await expect(acceptRemplacement(w.staffCtx(), back)).rejects.toMatchObject({ code: "onLeave" });
    await expect(acceptRemplacement(w.otherStaffCtx(), input)).rejects.toMatchObject({ code: "notFound" });
    await expect(listRemplacements(w.otherStaffCtx(), { id: input.id })).rejects.toMatchObject({
      code: "notFound",
    });
    for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
      await expect(acceptRemplacement(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    expect((await rowOf(input.prestation_id)).intervenantId).toBe(w.nadia.id);
  });
});

describe("an absence withdrawn", () => {
  test("gives nothing back by itself, says how many visits stay with others, and proposes no more", async () => {
    const [first, second] = [await visit(16, 9, 11), await visit(17, 9, 11)];
    const { id } = await away();
    const one = { id, prestation_id: first.id, version: first.version, intervenant_id: omar.id };
    await acceptRemplacement(w.staffCtx(), one);
    const ctx = w.staffCtx();
    const gone = await withdrawAbsence(ctx, { id });
    expect(gone).toMatchObject({ statut: "retiree", prestations_remplacees: 1 });
    expect((await rowOf(first.id)).intervenantId).toBe(omar.id);
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line?.action).toBe("absence.withdraw");
    expect(JSON.parse(line?.canon ?? "{}").data).toMatchObject({ prestations_remplacees: 1 });
    const jobs = (await told(id)).map((job) => job.type);
    expect(jobs).toContain("absence.retiree");
    const late = { ...one, prestation_id: second.id, version: second.version };
    await expect(acceptRemplacement(w.staffCtx(), late)).rejects.toMatchObject({ code: "invalidTransition" });
    const { results, remplacees } = await listRemplacements(w.staffCtx(), { id });
    expect({ results, given: remplacees.map((visit) => visit.id) }).toEqual({
      results: [],
      given: [first.id],
    });
    await expect(withdrawAbsence(w.staffCtx(), { id })).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("lets the person be away again on those days, and is refused out of reach", async () => {
    const { id } = await away();
    await expect(withdrawAbsence(w.otherStaffCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(withdrawAbsence(w.workerCtx(), { id })).rejects.toMatchObject({ code: "forbidden" });
    const again = { intervenant_id: w.nadia.id, debut: "2026-03-17", fin: "2026-03-17", type: "conge" };
    await expect(createAbsence(w.staffCtx(), again)).rejects.toMatchObject({ code: "onLeave" });
    await withdrawAbsence(w.staffCtx(), { id });
    expect(await createAbsence(w.staffCtx(), again)).toMatchObject({ statut: "approuvee" });
  });
});
