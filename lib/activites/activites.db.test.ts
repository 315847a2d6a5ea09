import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "@/app/api/services_personne/application";
import { activites, avantagesFiscaux, tarifs } from "@/db/schema/activites";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createActivite } from "./create-activite";
import { createTarif } from "./create-tarif";
import { listActivites } from "./list-activites";
import { listTarifs } from "./list-tarifs";
import { readActivite } from "./read-activite";
import { simulateDevis } from "./simulate-devis";
import { updateActivite } from "./update-activite";

let world: TestWorld;
let paris: number;
let tizi: number;
let menage: Awaited<ReturnType<typeof addActivite>>;

beforeAll(async () => {
  world = await testWorld();
  process.env.DATABASE_URL = world.url;
  paris = (await addAgence(world.db, { nom: "Paris" })).id;
  const algerian = { pays: "DZ" as const, devise: "DZD", fuseau: "Africa/Algiers" };
  tizi = (await addAgence(world.db, { nom: "Tizi", ...algerian })).id;
  menage = await addActivite(world.db, paris, { code: "menage" });
  await world.db.insert(tarifs).values({
    agenceId: tizi,
    activiteId: menage.id,
    prixHoraireTtc: 80_000,
    tauxTvaBp: 1900,
    du: "2020-01-01",
  });
  await world.db.insert(avantagesFiscaux).values([
    {
      pays: "FR",
      tauxBp: 4000,
      plafondAnnuel: 1_000_000,
      reference: "old",
      du: "2010-01-01",
      au: "2019-12-31",
    },
    {
      pays: "FR",
      tauxBp: 5000,
      plafondAnnuel: 1_200_000,
      reference: "CGI, art. 199 sexdecies",
      du: "2020-01-01",
    },
  ]);
});

const as = (role: Parameters<typeof actor>[0], locale: "fr" | "ar" = "fr") =>
  contextFor(world.db, actor(role, { agenceIds: [paris] }), { locale });
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("activite.list", () => {
  test("gives a guest today's price of each agency, after tax credit in France only, in their language", async () => {
    const one = (await listActivites(as("guest", "ar"), {})).results.find(({ code }) => code === "menage");
    expect(one?.libelle).toBe(menage.libelles.ar);
    expect(one?.prix).toMatchObject([
      { agence_id: paris, prix_horaire_ttc: "31.90", prix_horaire_apres_credit: "15.95", taux_tva: "10.00" },
      { agence_id: tizi, prix_horaire_ttc: "800.00", prix_horaire_apres_credit: null, devise: "DZD" },
    ]);
  });

  test("with an agency, gives only what it sells; hides what is switched off from all but an admin", async () => {
    const only = await addActivite(world.db, tizi);
    const off = await addActivite(world.db, paris, { actif: false });
    const codes = async (role: "guest" | "admin", agence_id: number) =>
      (await listActivites(as(role), { agence_id })).results.map(({ code }) => code);
    expect(await codes("guest", paris)).toEqual(["menage"]);
    expect(await codes("guest", tizi)).toEqual(["menage", only.code]);
    expect(await codes("admin", paris)).toEqual(["menage", off.code]);
    await expect(readActivite(as("client"), { id: off.code })).rejects.toMatchObject({ code: "notFound" });
  });

  test("is read by number or by code, with and without final slash, by anyone", async () => {
    for (const path of ["menage", `${menage.id}/`]) {
      const answer = await api.request(`/api/services_personne/activites/${path}`);
      if (answer.status !== 200) console.log(await answer.text());
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ code: "menage", prix: [{ agence: "Paris" }, {}] });
    }
  });
});

describe("activite.create and update", () => {
  const libelles = { fr: "Cuisine", en: "Cooking", ar: "طبخ", tzm: "Aseww" };
  const body = { code: "cuisine", pays: "DZ", famille: "quotidien", regime: "declaration", libelles };

  test("adds an activity and changes it; refuses a known code, a missing label, another role", async () => {
    const made = await createActivite(as("admin"), body);
    expect(made).toMatchObject({ code: "cuisine", libelles_legaux: libelles, prix: [], version: 1 });
    await expect(createActivite(as("admin"), body)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      createActivite(as("admin"), { ...body, libelles: { ...libelles, tzm: "" } }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/libelles/tzm", code: "required" }] } });
    await expect(createActivite(as("gestionnaire"), body)).rejects.toMatchObject({ code: "forbidden" });
    const after = await updateActivite(as("admin"), {
      id: made.id,
      version: 1,
      duree_max_min: 90,
      actif: false,
    });
    expect(after).toMatchObject({ duree_max_min: 90, actif: false, libelles, version: 2 });
    expect(await lastLine()).toMatchObject({ action: "activite.update", objetId: String(made.id) });
    await expect(updateActivite(as("admin"), { id: made.id, version: 1 })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    await expect(updateActivite(as("admin"), { id: 99_999 })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("tarif.create", () => {
  const periods = async (activiteId: number) =>
    (await listTarifs(as("admin"), { activite_id: activiteId, ordering: "du" })).results.map(
      ({ prix_horaire_ttc, du, au }) => [prix_horaire_ttc, du, au],
    );

  test("closes the period in force the day before, carries VAT and minimum on, and writes the log", async () => {
    const { id } = await addActivite(world.db, paris, {}, { minimumMin: 120, tauxTvaBp: 550 });
    const made = await createTarif(as("admin"), {
      agence_id: paris,
      activite_id: id,
      prix_horaire_ttc: "33,5",
      du: "2026-04-01",
    });
    expect(made).toMatchObject({ prix_horaire_ttc: "33.50", minimum_min: 120, taux_tva: "5.50", au: null });
    expect(await periods(id)).toEqual([
      ["31.90", "2020-01-01", "2026-03-31"],
      ["33.50", "2026-04-01", null],
    ]);
    expect((await lastLine())?.canon).toContain('"avant":3190');
    const price = async (date: string) =>
      (await listActivites(as("guest"), { agence_id: paris, date })).results.find((one) => one.id === id)
        ?.prix[0];
    expect((await price("2026-03-31"))?.prix_horaire_ttc).toBe("31.90");
    expect((await price("2026-04-01"))?.prix_horaire_ttc).toBe("33.50");
  });

  test("keeps a later planned price, replaces one planned for the same day, and never touches the past", async () => {
    const { id } = await addActivite(world.db, paris);
    const set = (prix_horaire_ttc: string, du: string) =>
      createTarif(as("admin"), { agence_id: paris, activite_id: id, prix_horaire_ttc, du });
    await set("40", "2026-07-01");
    await set("35", "2026-04-01");
    await set("36", "2026-04-01");
    await set("32", "2026-03-10");
    expect(await periods(id)).toEqual([
      ["31.90", "2020-01-01", "2026-03-09"],
      ["32.00", "2026-03-10", "2026-03-31"],
      ["36.00", "2026-04-01", "2026-06-30"],
      ["40.00", "2026-07-01", null],
    ]);
    for (const day of ["2026-03-09", "2026-03-10"])
      await expect(set("1", day)).rejects.toMatchObject({ code: "pastNotAllowed" });
  });

  test("many changes at once leave periods without overlap or gap", async () => {
    const { id } = await addActivite(world.db, paris);
    const days = ["2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"];
    await Promise.all(
      days.map((du, i) =>
        createTarif(as("admin"), { agence_id: paris, activite_id: id, prix_horaire_ttc: `${40 + i}`, du }),
      ),
    );
    const list = await periods(id);
    expect(list.map(([, du]) => du)).toEqual(["2020-01-01", ...days]);
    expect(list.map(([, , au]) => au)).toEqual([
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
      "2026-07-31",
      "2026-08-31",
      null,
    ]);
  });

  test("refuses an unknown agency or activity, a price of nothing, a first price without VAT, another role", async () => {
    const base = { agence_id: paris, activite_id: menage.id, prix_horaire_ttc: "30", du: "2026-04-01" };
    const [fresh] = await world.db.select().from(activites).where(eq(activites.code, "cuisine"));
    for (const [change, pointer] of [
      [{ agence_id: 99_999 }, "/agence_id"],
      [{ activite_id: 99_999 }, "/activite_id"],
      [{ prix_horaire_ttc: "0.00" }, "/prix_horaire_ttc"],
      [{ activite_id: fresh?.id }, "/taux_tva"],
    ] as const)
      await expect(createTarif(as("admin"), { ...base, ...change })).rejects.toMatchObject({
        code: "validation",
        details: { errors: [{ pointer }] },
      });
    await expect(createTarif(as("gestionnaire"), base)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listTarifs(as("gestionnaire"), { agence_id: tizi })).results).toEqual([]);
  });
});

describe("devis.simulate", () => {
  test("prices a weekly visit for a guest, with the law's sentence above 100 €", async () => {
    const body = { type: "Ménage 1", agence_id: paris, duree: 2, frequence: "hebdomadaire" };
    const label = menage.libelles.fr;
    const devis = await simulateDevis(as("guest"), { ...body, type: label.toUpperCase() });
    expect(devis).toMatchObject({
      type: "menage",
      prix_horaire_ttc: "31.90",
      visite: { montant_ht: "58.00", montant_tva: "5.80", montant_ttc: "63.80", reste_a_charge: "31.90" },
      mois: { montant_ttc: "276.47", credit_impot: "138.23", reste_a_charge: "138.24" },
      credit_impot: { taux: "50.00", plafonne: false, reference: "CGI, art. 199 sexdecies" },
      devis_obligatoire: true,
    });
    expect(devis.mention).toContain("100 €");
  });

  test("outside France there is neither tax credit nor French sentence", async () => {
    const devis = await simulateDevis(as("client"), { type: "menage", agence_id: tizi, duree: "1.5" });
    expect(devis).toMatchObject({ credit_impot: null, mention: null, devise: "DZD" });
    expect(devis.visite).toMatchObject({ montant_ttc: "1200.00", reste_a_charge: "1200.00" });
  });

  test("refuses an activity not sold there with what is, an unknown agency, a visit too long, odd durations", async () => {
    const ask = (change: object) =>
      simulateDevis(as("guest"), { type: "menage", agence_id: paris, duree: 2, ...change });
    await expect(ask({ type: "plomberie" })).rejects.toMatchObject({
      code: "unknownActivity",
      details: { extra: { accepted: expect.arrayContaining(["menage"]) } },
    });
    await expect(ask({ agence_id: 99_999 })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/agence_id" }] },
    });
    const short = await addActivite(world.db, paris, { dureeMaxMin: 120 });
    await expect(ask({ type: short.code, duree: 2.5 })).rejects.toMatchObject({ code: "visitTooLong" });
    for (const duree of [0, 25, 1.501])
      await expect(ask({ duree })).rejects.toMatchObject({ details: { errors: [{ pointer: "/duree" }] } });
  });

  test("answers over HTTP without a token", async () => {
    const answer = await api.request("/api/services_personne/devis/simulation/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "menage", agence_id: paris, duree: 2 }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ visite: { montant_ttc: "63.80" } });
  });
});
