import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prestations } from "@/db/schema/prestations";
import { audit, taches } from "@/db/schema/suivi";
import { addIntervenant, addPrestation } from "@/db/testing-data";
import { system } from "@/lib/foundation/context";
import { actor, contextFor } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { applyOptimisation, type Choix, runApplication } from "./apply-optimisation";
import { runOptimisation } from "./optimise-planning";
import { requestOptimisation } from "./request-optimisation";
import type { OptimisationResult } from "./schemas-optimisation";

let w: VisitWorld;
let omar: { id: number };
beforeAll(async () => {
  w = await visitWorld();
  omar = await addIntervenant(w.db, w.agence.id, [w.activite.id]);
});
afterAll(() => w.world.close());
beforeEach(async () => {
  await w.db.delete(prestations);
});

const week = () => ({ agence_id: w.agence.id, semaine: "2026-W12" });
const machine = () => contextFor(w.db, system);
/** A visit of an hour on Monday 16 March 2026, at `hour` UTC, for nobody. */
const open = (hour: number) =>
  addPrestation(
    w.db,
    { agenceId: w.agence.id, clientId: w.client.id, adresseId: w.adresse.id, activiteId: w.activite.id },
    { debut: new Date(Date.UTC(2026, 2, 16, hour)), fin: new Date(Date.UTC(2026, 2, 16, hour + 1)) },
  );
const tacheOf = async (id: number) => (await w.db.select().from(taches).where(eq(taches.id, id)))[0];
const visitsOf = (ids: number[]) =>
  w.db
    .select({ id: prestations.id, who: prestations.intervenantId })
    .from(prestations)
    .where(inArray(prestations.id, ids))
    .orderBy(prestations.id);

/** Asks, and lets the worker look. */
async function searched(): Promise<{ id: number; found: OptimisationResult }> {
  const { id } = await requestOptimisation(w.staffCtx(), week());
  await runOptimisation(machine(), { tache_id: id, demande: week() });
  return { id, found: (await tacheOf(id))?.resultat as OptimisationResult };
}

async function applied(id: number, prestationIds?: number[]) {
  const tache = await applyOptimisation(w.staffCtx(), { id, prestations: prestationIds });
  const jobs = await w.db.execute<{ data: { choix: Choix } }>(
    sql`select data from pgboss.job where name = 'optimisation.apply' and (data->>'tache_id')::int = ${tache.id}`,
  );
  await runApplication(machine(), { tache_id: tache.id, choix: jobs[0]?.data.choix ?? [] });
  return (await tacheOf(tache.id))?.resultat;
}

describe("the search", () => {
  test("proposes somebody free for each visit, nobody twice at once, and assigns nobody", async () => {
    const visits = [await open(9), await open(9), await open(9), await open(13)];
    const { found } = await searched();
    expect(found.avant.sans_intervenant).toBe(4);
    expect(found.propositions.length + found.sans_solution.length).toBe(4);
    expect(found.apres.sans_intervenant).toBe(found.sans_solution.length);
    const atNine = found.propositions.filter((one) => one.prestation_id !== visits[3]?.id);
    expect(new Set(atNine.map((one) => one.intervenant_id)).size).toBe(atNine.length);
    expect(found.propositions.length).toBeGreaterThan(1);
    for (const one of found.propositions) expect(one.raisons.length).toBeGreaterThan(0);
    for (const one of found.sans_solution) expect(one.raison).not.toBe("");
    expect((await visitsOf(visits.map(({ id }) => id))).every(({ who }) => who === null)).toBe(true);
  });

  test("leaves its job, its line and no name behind", async () => {
    await open(9);
    const ctx = w.staffCtx();
    const { id } = await requestOptimisation(ctx, week());
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line).toMatchObject({ action: "optimisation.create", objetId: String(id), agenceId: w.agence.id });
    await runOptimisation(machine(), { tache_id: id, demande: week() });
    expect(JSON.stringify((await tacheOf(id))?.resultat)).not.toMatch(/Nadia/);
  });

  test("is refused for a week that does not exist, another agency, and everyone but staff", async () => {
    const none = { ...week(), semaine: "2025-W53" };
    await expect(requestOptimisation(w.staffCtx(), none)).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/semaine" }] },
    });
    const other = { ...week(), agence_id: w.other.id };
    await expect(requestOptimisation(w.staffCtx(), other)).rejects.toMatchObject({ code: "notFound" });
    for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
      await expect(requestOptimisation(ctx, week())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the application", () => {
  test("assigns what was chosen, once, also when its job runs twice", async () => {
    const [first, second] = [await open(9), await open(13)];
    const { id, found } = await searched();
    expect(await applied(id, [first.id])).toEqual({ appliquees: [first.id], refusees: [] });
    const who = found.propositions.find((one) => one.prestation_id === first.id)?.intervenant_id;
    expect(await visitsOf([first.id, second.id])).toEqual([
      { id: first.id, who },
      { id: second.id, who: null },
    ]);
    expect(await applied(id)).toEqual({ appliquees: [first.id, second.id], refusees: [] });
  });

  test("names a visit that has somebody else by now, and leaves it alone", async () => {
    const visit = await open(9);
    const { id, found } = await searched();
    const proposed = found.propositions[0]?.intervenant_id;
    const other = proposed === w.nadia.id ? omar.id : w.nadia.id;
    await w.db.update(prestations).set({ intervenantId: other }).where(eq(prestations.id, visit.id));
    expect(await applied(id)).toEqual({
      appliquees: [],
      refusees: [{ prestation_id: visit.id, code: "preconditionFailed" }],
    });
    expect(await visitsOf([visit.id])).toEqual([{ id: visit.id, who: other }]);
  });

  test("is refused for a visit that it does not speak of, for another's search and for other work", async () => {
    await open(9);
    const { id } = await searched();
    await expect(applyOptimisation(w.staffCtx(), { id, prestations: [999_999] })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/prestations/0" }] },
    });
    const colleague = actor("gestionnaire", { id: 999_999, agenceIds: [w.agence.id] });
    await expect(applyOptimisation(contextFor(w.db, colleague), { id })).rejects.toMatchObject({
      code: "notFound",
    });
    const moved = actor("gestionnaire", { id: w.users.staff.id, agenceIds: [w.other.id] });
    await expect(applyOptimisation(contextFor(w.db, moved), { id })).rejects.toMatchObject({
      code: "notFound",
    });
    const { id: waiting } = await requestOptimisation(w.staffCtx(), week());
    await expect(applyOptimisation(w.staffCtx(), { id: waiting })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});
