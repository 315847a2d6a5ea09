import { inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { absences } from "@/db/schema/intervenants";
import { audit } from "@/db/schema/suivi";
import { addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { readPlanning } from "./read-planning";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
  const place = {
    agenceId: w.agence.id,
    clientId: w.client.id,
    adresseId: w.adresse.id,
    activiteId: w.activite.id,
  };
  const add = (iso: string, intervenantId: number | null, values = {}) =>
    addPrestation(w.db, { ...place, intervenantId }, { debut: new Date(iso), ...values });
  await add("2026-03-08T23:30:00Z", w.nadia.id); // Monday 00:30 in Paris
  await add("2026-03-12T09:00:00Z", w.nadia.id);
  await add("2026-03-12T09:00:00Z", null);
  await add("2026-03-13T09:00:00Z", w.nadia.id, { statut: "annulee" });
  await add("2026-03-16T09:00:00Z", w.nadia.id); // next week
  await addSealed(w.db, absences, {
    intervenantId: w.nadia.id,
    debut: new Date("2026-03-14T00:00:00Z"),
    fin: new Date("2026-03-15T00:00:00Z"),
    type: "maladie",
    statut: "approuvee",
  });
});

describe("planning.read", () => {
  test("gives an agency its people and visits of the week, unassigned ones too, cancelled ones not", async () => {
    await addIntervenant(w.db, w.agence.id, []);
    const week = await readPlanning(w.staffCtx(), { semaine: "2026-W11" });
    expect(week).toMatchObject({
      semaine: "2026-W11",
      semaine_precedente: "2026-W10",
      semaine_suivante: "2026-W12",
      du: "2026-03-09",
      au: "2026-03-15",
      fuseau: "Europe/Paris",
      agence_id: w.agence.id,
    });
    expect(week.prestations.map(({ intervenant_id }) => intervenant_id).sort()).toEqual([
      w.nadia.id,
      w.nadia.id,
      null,
    ]);
    expect(week.intervenants).toHaveLength(2);
    const nadia = week.intervenants.find(({ id }) => id === w.nadia.id);
    expect(nadia).toMatchObject({ heures_prevues_min: 240, absences: [{ type: "maladie" }] });
    expect(nadia?.disponibilites).toHaveLength(7);
  });

  test("gives an intervenant their own week and nobody else's", async () => {
    const own = await readPlanning(w.workerCtx(), { semaine: "2026-W11" });
    expect(own.intervenants.map(({ id }) => id)).toEqual([w.nadia.id]);
    expect(own.prestations).toHaveLength(2);
    const other = await addIntervenant(w.db, w.agence.id, []);
    await expect(readPlanning(w.workerCtx(), { intervenant_id: other.id })).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("writes to the log whose week was opened by another", async () => {
    await readPlanning(w.staffCtx({ requestId: "one" }), {
      semaine: "2026-W11",
      intervenant_id: w.nadia.id,
    });
    await readPlanning(w.staffCtx({ requestId: "all" }), { semaine: "2026-W11" });
    await readPlanning(w.workerCtx({ requestId: "own" }), { semaine: "2026-W11" });
    const lines = await w.db
      .select()
      .from(audit)
      .where(inArray(audit.requete, ["one", "all", "own"]))
      .orderBy(audit.id);
    expect(lines).toMatchObject([
      { action: "planning.read", objetType: "intervenant", objetId: String(w.nadia.id), requete: "one" },
      { action: "planning.read", objetType: "agence", objetId: String(w.agence.id), requete: "all" },
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.canon).toContain('"semaine":"2026-W11"');
  });

  test("is this week by default, hides people from an auditeur, and stays within reach", async () => {
    expect((await readPlanning(w.staffCtx(), {})).semaine).toBe("2026-W11");
    const seen = await readPlanning(w.auditCtx(), { semaine: "2026-W11", intervenant_id: w.nadia.id });
    expect(seen.intervenants[0]?.nom).toMatch(/^intervenant-/);
    expect(seen.intervenants[0]?.absences[0]?.type).toBe("autre");
    await expect(readPlanning(w.otherStaffCtx(), { agence_id: w.agence.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readPlanning(w.otherStaffCtx(), { intervenant_id: w.nadia.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(readPlanning(w.staffCtx(), { semaine: "2026-W60" })).rejects.toMatchObject({
      code: "validation",
    });
    await expect(readPlanning(w.clientCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
