import { parseDate } from "@internationalized/date";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { prestations } from "@/db/schema/prestations";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { startOfDay } from "@/lib/foundation/zoned";
import { listModeles } from "./list-modeles";
import { HORIZON } from "./prevision";
import { readPrevisions } from "./read-previsions";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

/** Tuesday; its week began on Monday 9 March. */
const now = new Date("2026-03-10T11:00:00Z");
const zone = "Africa/Algiers";

/** An agency with so many visits in each of the weeks before the one that runs, the latest last. */
async function agencyWith(weeks: readonly number[]) {
  const agence = await addAgence(world.db, { fuseau: zone });
  const { client, adresse } = await addClient(world.db, agence.id);
  const activite = await addActivite(world.db, agence.id);
  const where = { agenceId: agence.id, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  const visit = (day: string, hours: number, statut: (typeof prestations.$inferInsert)["statut"]) => {
    const debut = new Date(startOfDay(day, zone).getTime() + hours * 3_600_000);
    return addPrestation(world.db, where, { debut, fin: new Date(debut.getTime() + 1_800_000), statut });
  };
  for (const [index, count] of weeks.entries()) {
    const monday = parseDate("2026-03-09").subtract({ weeks: weeks.length - index });
    // From the first half hour of Monday to the last of Sunday, at the agency.
    for (let n = 0; n < count; n += 1)
      await visit(monday.add({ days: n % 2 === 0 ? 0 : 6 }).toString(), n % 2 === 0 ? 0 : 23.5, "validee");
  }
  const ctx = contextFor(world.db, actor("gestionnaire", { agenceIds: [agence.id], id: null }), { now });
  return { agence, activite, visit, ctx };
}

test("whole weeks of the agency's clock are counted, cancelled visits left out, and what is planned is told", async () => {
  const { agence, activite, visit, ctx } = await agencyWith([2, 2, 2, 2, 2, 2]);
  await visit("2026-03-03", 9, "annulee");
  await visit("2026-03-10", 9, "realisee");
  await visit("2026-03-17", 9, "planifiee");
  const found = await readPrevisions(ctx, {});
  expect(found).toMatchObject({ agence_id: agence.id, modele: { nom: "demande" } });
  expect(found.results.map(({ type }) => type)).toEqual([null, activite.code]);
  for (const serie of found.results) {
    expect(serie.historique.map(({ visites }) => visites)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(serie.historique.at(-1)).toMatchObject({ semaine: "2026-W10", lundi: "2026-03-02" });
    expect(serie.previsions).toHaveLength(HORIZON);
    expect(serie.previsions[0]).toEqual({
      semaine: "2026-W11",
      lundi: "2026-03-09",
      visites: 2,
      bas: 2,
      haut: 2,
      planifiees: 1,
    });
    expect(serie.previsions[1]).toMatchObject({ lundi: "2026-03-16", planifiees: 1 });
    expect(serie.essai).toEqual({ mae: 0, wape: 0, semaines: 2 });
    expect(serie.raisons).toContain("Historique lu : 6 semaines entières.");
  }
});

test("a short past foretells nothing and says how much is missing", async () => {
  const { ctx } = await agencyWith([1, 1]);
  const [all] = (await readPrevisions(ctx, {})).results;
  expect(all).toMatchObject({ methode: null, confiance: 0, essai: null, previsions: [] });
  expect(all?.raisons.at(-1)).toContain("4 semaines entières");
});

test("an agency without a visit has an empty past", async () => {
  const { ctx } = await agencyWith([]);
  expect((await readPrevisions(ctx, {})).results).toMatchObject([{ type: null, historique: [] }]);
});

test("another agency is out of reach, and clients and intervenants ask for nothing", async () => {
  const [one, other] = [await agencyWith([1]), await agencyWith([1])];
  await expect(readPrevisions(one.ctx, { agence_id: other.agence.id })).rejects.toMatchObject({
    code: "notFound",
  });
  for (const role of ["client", "intervenant"] as const)
    await expect(readPrevisions(contextFor(world.db, actor(role, { id: null })), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  const admin = contextFor(world.db, actor("admin", { id: null }), { now });
  expect(await readPrevisions(admin, { agence_id: other.agence.id })).toMatchObject({
    agence_id: other.agence.id,
  });
});

test("its model is described beside the others", async () => {
  const { ctx } = await agencyWith([]);
  const { results } = await listModeles(ctx, {});
  expect(results.map(({ nom }) => nom)).toEqual(["affectation", "demande"]);
  expect(results[1]?.methodes.map(({ code }) => code)).toEqual(["moyenne", "lissage", "saison"]);
});
