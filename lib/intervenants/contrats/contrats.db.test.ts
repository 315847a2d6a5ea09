import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { contrats } from "@/db/schema/contrats";
import { intervenants } from "@/db/schema/intervenants";
import { audit } from "@/db/schema/suivi";
import { addAgence, addIntervenant, addUtilisateur } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { amendContrat } from "./amend-contrat";
import { createContrat } from "./create-contrat";
import { endContrat } from "./end-contrat";
import { exportContrats } from "./export-contrats";
import { listContrats } from "./list-contrats";
import { termesOn, weekOfYear } from "./termes";

let world: TestWorld;
let paris: number;
let lyon: number;

beforeAll(async () => {
  world = await testWorld();
  await addUtilisateur(world.db);
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const someone = async () => (await addIntervenant(world.db, paris)).id;
const base = { nature: "cdi", debut: "2026-01-01", convention: "idcc_3127", heures_semaine: 28 };
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("contrat", () => {
  test("keeps what was agreed by date; the file and the answer say what holds today", async () => {
    const intervenant_id = await someone();
    const made = await createContrat(manager(), { ...base, intervenant_id, motif: "Remplace Mme Roy" });
    expect(made).toMatchObject({ etat: "en_cours", actuel: { heures_semaine: 28, temps_partiel: true } });
    const amended = await amendContrat(manager(), {
      id: made.id,
      du: "2026-03-01",
      convention: "idcc_3127",
      heures_semaine: 35,
    });
    expect(amended.actuel).toMatchObject({ numero: 1, heures_semaine: 35, temps_partiel: false });
    const later = await amendContrat(manager(), {
      id: made.id,
      du: "2026-06-01",
      au: "2026-06-30",
      convention: "idcc_3127",
      heures_semaine: 20,
    });
    expect(later.actuel?.numero).toBe(1);
    expect(later.avenants.map(({ numero }) => numero)).toEqual([0, 1, 2]);
    const [file] = await world.db.select().from(intervenants).orderBy(desc(intervenants.id)).limit(1);
    expect(file).toMatchObject({ contratMinutesSemaine: 2100, contratType: "cdi" });
    const line = await lastLine();
    expect(line).toMatchObject({ action: "contrat.amend", objetId: String(made.id) });
    expect(JSON.stringify(line)).not.toContain("Roy");
    const [kept] = await world.db.select().from(contrats).orderBy(desc(contrats.id)).limit(1);
    expect(String(kept?.motif)).toBe("[sealed]");
  });

  test("hours of a year give the week by 1 607 hours for 35", async () => {
    const made = await createContrat(manager(), {
      ...base,
      intervenant_id: await someone(),
      mode: "annuel",
      heures_semaine: undefined,
      heures_annee: 1607,
    });
    expect(made.actuel).toMatchObject({ heures_annee: 1607, heures_semaine: 35, temps_partiel: false });
    expect(weekOfYear(803.5 * 60)).toBe(17.5 * 60);
  });

  test("two of one person at the same time are refused, also when both come at once", async () => {
    const intervenant_id = await someone();
    const both = await Promise.allSettled([
      createContrat(manager(), { ...base, intervenant_id }),
      createContrat(manager(), { ...base, intervenant_id, debut: "2026-02-01" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "contractOverlaps" });
  });

  test("once its end is set another may follow; dates outside it are refused on their field", async () => {
    const intervenant_id = await someone();
    const made = await createContrat(manager(), { ...base, intervenant_id });
    await expect(endContrat(manager(), { id: made.id, fin: "2025-12-31" })).rejects.toMatchObject({
      code: "outsideContract",
      details: { errors: [{ pointer: "/fin" }] },
    });
    const ended = await endContrat(manager(), { id: made.id, fin: "2026-02-28", version: made.version });
    expect(ended).toMatchObject({ etat: "termine", actuel: null, fin: "2026-02-28" });
    const terms = { convention: "idcc_3127", heures_semaine: 30 };
    await expect(amendContrat(manager(), { id: made.id, du: "2026-03-01", ...terms })).rejects.toMatchObject({
      code: "outsideContract",
    });
    await expect(
      endContrat(manager(), { id: made.id, fin: "2026-02-27", version: made.version }),
    ).rejects.toMatchObject({ code: "preconditionFailed" });
    await createContrat(manager(), { ...base, intervenant_id, debut: "2026-03-01" });
    const page = await listContrats(manager(), { intervenant_id, etat: "en_cours" });
    expect(page.results).toHaveLength(1);
  });

  test("an intervenant sees their own; out of reach is not found; an auditeur sees no reason", async () => {
    const intervenantId = await someone();
    const made = await createContrat(manager(), { ...base, intervenant_id: intervenantId, motif: "Secret" });
    const self = contextFor(world.db, actor("intervenant", { intervenantId, agenceIds: [paris] }));
    expect((await listContrats(self, {})).results.map(({ id }) => id)).toEqual([made.id]);
    await expect(createContrat(self, { ...base, intervenant_id: intervenantId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const auditeur = contextFor(world.db, actor("auditeur"));
    const seen = await listContrats(auditeur, { intervenant_id: intervenantId });
    expect(seen.results[0]).toMatchObject({ motif: "" });
    const far = contextFor(world.db, actor("gestionnaire", { agenceIds: [lyon] }));
    await expect(endContrat(far, { id: made.id, fin: "2026-12-31" })).rejects.toMatchObject({
      code: "notFound",
    });
    const { rows } = await exportContrats(manager(), { intervenant_id: intervenantId });
    expect(rows).toMatchObject([{ contrat_id: made.id, avenant: 0, heures_semaine: 28 }]);
  });
});

test("of the terms that cover a day the latest agreed holds, and after it the one before", () => {
  const of = (numero: number, du: string, au: string | null) => ({
    numero,
    du,
    au,
    convention: "idcc_3127" as const,
    mode: "semaine" as const,
    minutesSemaine: numero,
    minutesAnnee: null,
  });
  const all = [of(0, "2026-01-01", null), of(1, "2026-06-01", "2026-06-30")];
  expect(termesOn(all, "2025-12-31")).toBeUndefined();
  expect(termesOn(all, "2026-06-15")?.numero).toBe(1);
  expect(termesOn(all, "2026-07-01")?.numero).toBe(0);
});
