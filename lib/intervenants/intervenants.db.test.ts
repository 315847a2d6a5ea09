import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addIntervenant, addUtilisateur } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createIntervenant } from "./create-intervenant";
import { listIntervenants } from "./list-intervenants";
import { readIntervenant } from "./read-intervenant";
import { updateIntervenant } from "./update-intervenant";

let world: TestWorld;
let paris: number;
let lyon: number;
let menage: { id: number; code: string };
let jardin: { id: number; code: string };

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
  menage = await addActivite(world.db, paris);
  jardin = await addActivite(world.db, paris);
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];
const body = () => ({
  nom: "Aït Ahmed",
  prenom: "Kahina",
  telephone: "+33 6 39 98 00 11",
  competences: [menage.code],
  secteurs: ["75011", "75012"],
  contrat: { type: "cdi", heures_semaine: "24.5" },
  langues: ["fr", "tzm"],
});

describe("intervenant.create", () => {
  test("opens a file with skills, sectors and contract, makes a matricule, and logs no name", async () => {
    const made = await createIntervenant(manager(), body());
    expect(made).toMatchObject({
      agence_id: paris,
      competences: [menage.code],
      secteurs: ["75011", "75012"],
      contrat: { type: "cdi", heures_semaine: 24.5 },
      langues: ["fr", "tzm"],
      version: 1,
    });
    expect(made.matricule).toMatch(/^M\d{5}$/);
    const line = await lastLine();
    expect(line).toMatchObject({ action: "intervenant.create", objetId: String(made.id), agenceId: paris });
    expect(line?.canon).not.toContain("Kahina");
  });

  test("refuses an unknown skill, another agency, 49 hours, someone else's account and other roles", async () => {
    await expect(createIntervenant(manager(), { ...body(), competences: ["vol"] })).rejects.toMatchObject({
      code: "unknownActivity",
      details: { errors: [{ pointer: "/competences" }] },
    });
    const client = await addUtilisateur(world.db, { role: "client" });
    for (const [change, pointer] of [
      [{ agence_id: lyon }, "/agence_id"],
      [{ contrat: { heures_semaine: 49 } }, "/contrat/heures_semaine"],
      [{ utilisateur_id: client.id }, "/utilisateur_id"],
    ] as const)
      await expect(createIntervenant(manager(), { ...body(), ...change })).rejects.toMatchObject({
        details: { errors: [{ pointer }] },
      });
    for (const role of ["client", "intervenant", "auditeur"] as const)
      await expect(createIntervenant(contextFor(world.db, actor(role)), body())).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("intervenant.list", () => {
  test("searches by name and phone, and filters by skill, sector and state", async () => {
    const gardener = await createIntervenant(manager(), {
      ...body(),
      nom: "Jardin",
      prenom: "Éric",
      telephone: "0611223344",
      competences: [jardin.code, menage.code],
      secteurs: [],
    });
    const found = async (filter: object) =>
      (await listIntervenants(manager(), filter)).results.map(({ id }) => id);
    expect(await found({ q: "eric jard" })).toEqual([gardener.id]);
    expect(await found({ q: "06 11 22" })).toEqual([gardener.id]);
    expect(await found({ competence: jardin.code })).toEqual([gardener.id]);
    expect(await found({ competence: menage.code })).toHaveLength(2);
    expect(await found({ code_postal: "75020" })).toEqual([gardener.id]);
    expect(await found({ code_postal: "75011" })).toHaveLength(2);
    await updateIntervenant(manager(), { id: gardener.id, actif: false });
    expect(await found({ q: "eric", actif: "true" })).toEqual([]);
  });

  test("stays within reach: own agencies, or oneself", async () => {
    const far = await addIntervenant(world.db, lyon);
    const near = await addIntervenant(world.db, paris);
    expect((await listIntervenants(manager(), { agence_id: lyon })).results).toEqual([]);
    const self = contextFor(world.db, actor("intervenant", { intervenantId: near.id }));
    expect((await listIntervenants(self, {})).results.map(({ id }) => id)).toEqual([near.id]);
    for (const id of [far.id, 999_999])
      await expect(readIntervenant(manager(), { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(readIntervenant(self, { id: far.id })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("intervenant.read", () => {
  test("is logged, and shows an auditeur a pseudonym only", async () => {
    const made = await createIntervenant(manager(), { ...body(), email: "k@example.org" });
    await readIntervenant(manager(), { id: made.id });
    expect(await lastLine()).toMatchObject({ action: "intervenant.read", objetId: String(made.id) });
    const seen = JSON.stringify(
      await readIntervenant(contextFor(world.db, actor("auditeur")), { id: made.id }),
    );
    expect(seen).toMatch(/intervenant-[0-9a-f]{6}/);
    for (const secret of ["Kahina", "Ahmed", "k@example.org", "639 98", made.matricule])
      expect(seen).not.toContain(secret);
  });
});

describe("intervenant.update", () => {
  test("replaces skills and contract, keeps the search up to date, refuses what is stale or out of reach", async () => {
    const made = await createIntervenant(manager(), body());
    const account = await addUtilisateur(world.db, { role: "intervenant" });
    const after = await updateIntervenant(manager(), {
      id: made.id,
      version: 1,
      nom: "Ziani",
      competences: [jardin.code],
      contrat: { type: "cdd", heures_semaine: 20 },
      utilisateur_id: account.id,
    });
    expect(after).toMatchObject({ competences: [jardin.code], secteurs: ["75011", "75012"], version: 2 });
    expect((await listIntervenants(manager(), { q: "ziani kahina" })).results).toHaveLength(1);
    expect((await lastLine())?.canon).toContain('"fields":["competences","contrat","nom","utilisateur_id"]');
    await expect(updateIntervenant(manager(), { id: made.id, version: 1 })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    const far = await addIntervenant(world.db, lyon);
    await expect(updateIntervenant(manager(), { id: far.id, nom: "X" })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("the account linked to a file", () => {
  const link = (utilisateur_id: number, who = manager()) =>
    createIntervenant(who, { ...body(), agence_id: paris, utilisateur_id });
  const refused = { code: "validation", details: { errors: [{ pointer: "/utilisateur_id" }] } };

  test("belongs to no agency, or to the file's; any other is as if it did not exist", async () => {
    const account = (agenceIds: number[]) => addUtilisateur(world.db, { role: "intervenant", agenceIds });
    const [free, here, away] = [await account([]), await account([paris, lyon]), await account([lyon])];
    const made = await link(free.id);
    await link(here.id);
    const [absent, foreign, taken] = await Promise.all(
      [999_999, away.id, free.id].map((id) => link(id).catch((error) => error)),
    );
    for (const refusal of [absent, foreign, taken]) expect(refusal).toMatchObject(refused);
    expect(foreign.details).toEqual(absent.details);
    await expect(
      updateIntervenant(manager(), { id: made.id, utilisateur_id: away.id }),
    ).rejects.toMatchObject(refused);
    expect(await updateIntervenant(manager(), { id: made.id, utilisateur_id: free.id })).toMatchObject({
      version: 2,
    });
    await link(away.id, contextFor(world.db, actor("admin")));
  });
});
