import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { absences } from "@/db/schema/intervenants";
import { audit, avis } from "@/db/schema/suivi";
import { addIntervenant, addPrestation, addSealed } from "@/db/testing-data";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { actor, contextFor } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createRecommandation } from "./create-recommandation";
import { decideRecommandation } from "./decide-recommandation";
import { listModeles } from "./list-modeles";
import { listRecommandations } from "./list-recommandations";
import { readRecommandation } from "./read-recommandation";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

let day = 0;
let date = "";
beforeEach(() => {
  day += 1;
  date = `2026-04-${String(day).padStart(2, "0")}T10:00`;
});

const place = () => ({
  agenceId: w.agence.id,
  clientId: w.client.id,
  adresseId: w.adresse.id,
  activiteId: w.activite.id,
});
const question = () => ({ client_id: w.client.id, type: "menage", duree: 2, date });
const linesOf = (id: number) =>
  w.db
    .select()
    .from(audit)
    .where(eq(audit.flux, `recommandation:${id}`))
    .orderBy(audit.seq);

test("proposes who is free with reasons, puts the others aside with the rule, and leaves a line without names", async () => {
  const add = (prenom: string, skills = [w.activite.id], values = {}) =>
    addIntervenant(w.db, w.agence.id, skills, { prenom, ...values });
  const known = await add("Inès");
  const far = await add("Marc", undefined, { latitude: 49.2, langues: ["en"] });
  const busy = await add("Omar");
  const away = await add("Lise");
  const unskilled = await add("Paul", []);
  const done = await addPrestation(
    w.db,
    { ...place(), intervenantId: known.id },
    { debut: new Date("2026-02-10T09:00:00Z"), statut: "validee" },
  );
  const { agenceId, clientId } = place();
  await addSealed(w.db, avis, { agenceId, clientId, prestationId: done.id, note: 5 });
  await addPrestation(
    w.db,
    { ...place(), intervenantId: busy.id },
    { debut: new Date(`${date.slice(0, 10)}T08:30:00Z`) },
  );
  await addSealed(w.db, absences, {
    intervenantId: away.id,
    debut: new Date(`${date.slice(0, 10)}T00:00:00Z`),
    fin: new Date(`${date.slice(0, 10)}T22:00:00Z`),
    type: "conge",
    statut: "approuvee",
  });

  const found = await createRecommandation(w.staffCtx(), question());

  expect(found.recommandations.map((one) => one.intervenant_id)).toEqual([known.id, w.nadia.id, far.id]);
  expect(found.ecartes.map(({ intervenant_id, regle, phrase }) => [intervenant_id, regle, phrase])).toEqual([
    [busy.id, "slotTaken", "A une autre visite à ce moment."],
    [away.id, "onLeave", "Est absent à cette date."],
    [unskilled.id, "skillMissing", "N’a pas la compétence demandée."],
  ]);
  expect(found).toMatchObject({
    modele: { nom: "affectation", version: "1.0.0" },
    decision: null,
    prestation_id: null,
  });
  expect(found.confiance).toBeGreaterThan(0.5);
  const [first] = found.recommandations;
  expect(first?.facteurs.map(({ code, poids, valeur, phrase }) => [code, poids, valeur, phrase])).toEqual([
    ["continuite", 0.35, 0.25, "Visites déjà faites chez ce client : 1."],
    ["trajet", 0.25, expect.closeTo(0.94, 1), expect.stringMatching(/^À 1,\d km environ par la route\.$/)],
    ["charge", 0.2, expect.closeTo(0.94, 1), "Sa semaine serait remplie à 6 % de son contrat."],
    ["langue", 0.1, 1, "Parle la langue du client."],
    ["avis", 0.1, 0.625, "Note moyenne des clients : 5 sur 5."],
  ]);
  expect(found.recommandations.at(-1)?.facteurs.find(({ code }) => code === "trajet")?.valeur).toBe(0);

  const [line] = await linesOf(found.id);
  expect(line).toMatchObject({ action: "recommandation.create", resultat: "ok", agenceId: w.agence.id });
  expect(line?.canon).not.toContain("Inès");
  const english = await readRecommandation(w.staffCtx({ locale: "en" }), { id: found.id });
  expect(english.ecartes[0]?.phrase).toBe("Has another visit at that time.");
});

test("of a planned visit, its own slot counts as free and its time is the default", async () => {
  const own = await addPrestation(
    w.db,
    { ...place(), intervenantId: w.nadia.id },
    { debut: new Date("2026-05-18T09:00:00Z") },
  );
  const found = await createRecommandation(w.staffCtx(), { prestation_id: own.id });
  expect(found).toMatchObject({ prestation_id: own.id, date: "2026-05-18T11:00:00+02:00" });
  expect(found.recommandations.map((one) => one.intervenant_id)).toContain(w.nadia.id);
});

test("refuses an incomplete question, what is out of reach, and everyone but staff", async () => {
  await expect(createRecommandation(w.staffCtx(), {})).rejects.toMatchObject({
    code: "validation",
    details: { errors: ["/client_id", "/type", "/date", "/duree"].map((pointer) => ({ pointer })) },
  });
  await expect(createRecommandation(w.otherStaffCtx(), question())).rejects.toMatchObject({
    code: "clientUnknown",
  });
  const own = await addPrestation(w.db, place(), { debut: new Date("2026-05-20T09:00:00Z") });
  await expect(createRecommandation(w.otherStaffCtx(), { prestation_id: own.id })).rejects.toMatchObject({
    code: "notFound",
  });
  for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()]) {
    await expect(createRecommandation(ctx, question())).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideRecommandation(ctx, { id: 1, intervenant_id: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test("a person's choice is recorded once, with the rank that it had", async () => {
  const { id, recommandations } = await createRecommandation(w.staffCtx(), question());
  const second = recommandations[1]?.intervenant_id as number;
  const elsewhere = await addIntervenant(w.db, w.other.id, [w.activite.id]);
  const decide = (intervenantId: number | null, ctx = w.staffCtx()) =>
    decideRecommandation(ctx, { id, intervenant_id: intervenantId });

  await expect(decide(elsewhere.id)).rejects.toMatchObject({ code: "intervenantUnknown" });
  await expect(decide(second, w.otherStaffCtx())).rejects.toMatchObject({ code: "notFound" });
  expect((await decide(second)).decision).toMatchObject({
    intervenant_id: second,
    utilisateur_id: w.users.staff.id,
  });
  await expect(decide(null)).rejects.toMatchObject({ code: "alreadyDecided" });
  const lines = await linesOf(id);
  expect(lines.map(({ action }) => action)).toEqual(["recommandation.create", "recommandation.decide"]);
  expect(lines[1]?.canon).toContain('"rang":2');
});

test("of two who decide at once, one is told that it is done", async () => {
  const { id } = await createRecommandation(w.staffCtx(), question());
  const both = await Promise.allSettled(
    [w.nadia.id, null].map((one) => decideRecommandation(w.staffCtx(), { id, intervenant_id: one })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("lists proposals of the own agency with decisions; an auditeur sees pseudonyms", async () => {
  const { id } = await createRecommandation(w.staffCtx(), question());
  await decideRecommandation(w.staffCtx(), { id, intervenant_id: w.nadia.id });
  const { results } = await listRecommandations(w.staffCtx(), { decidee: true });
  expect(results[0]).toMatchObject({ id, decision: { intervenant: `${w.nadia.prenom} ${w.nadia.nom}` } });
  expect((await listRecommandations(w.otherStaffCtx(), {})).results).toEqual([]);
  const seen = await listRecommandations(w.auditCtx(), {});
  const mine = seen.results.find((one) => one.id === id);
  expect(mine).toMatchObject({
    client: pseudonym("client", w.client.id),
    decision: { intervenant: pseudonym("intervenant", w.nadia.id) },
  });
  expect(JSON.stringify(seen)).not.toContain(w.nadia.nom);
  await expect(listRecommandations(w.clientCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
});

test("the model is documented to everyone signed in, in each language", async () => {
  const texts = new Set<string>();
  for (const locale of ["fr", "en", "ar", "tzm"] as const) {
    const { results } = await listModeles(w.clientCtx({ locale }), {});
    expect(results[0]?.facteurs.reduce((sum, { poids }) => sum + poids, 0)).toBeCloseTo(1, 10);
    expect(results[0]?.exclusions).toHaveLength(8);
    texts.add(results[0]?.but ?? "");
  }
  expect(texts.size).toBe(4);
  await expect(listModeles(contextFor(w.db, actor("guest")), {})).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
