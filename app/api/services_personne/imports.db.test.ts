import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { api } from "./application";

let world: TestWorld;
let authorization: string;

beforeAll(async () => {
  world = await testWorld();
  const agence = await addAgence(world.db);
  const manager = await addUtilisateur(world.db, { agenceIds: [agence.id] });
  authorization = `Bearer ${await signAccessToken(manager.id, 1, new Date())}`;
});
afterAll(() => world.close());

const call = (
  path: string,
  init: { method?: string; body?: BodyInit; headers?: Record<string, string> } = {},
) =>
  api.request(`http://dihya.test/api/services_personne${path}`, {
    ...init,
    headers: { authorization, ...init.headers },
  });
const csv = "nom;prenom\nMartin;Zoé";
const form = (fields: Record<string, string>, content = csv) => {
  const body = new FormData();
  body.set("fichier", new File([content], "clients.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: "POST", body };
};

test("a file is taken as a form, as text or in JSON, and leads to its work", async () => {
  const asText = { method: "POST", body: csv, headers: { "content-type": "text/csv" } };
  const json = { type: "client", essai: true, contenu: btoa("nom;prenom\nA;B") };
  const asJson = {
    method: "POST",
    body: JSON.stringify(json),
    headers: { "content-type": "application/json" },
  };
  const answers = [
    await call("/imports/", form({ type: "client", essai: "true" })),
    await call("/imports/?type=client&essai=true", asText),
    await call("/imports/", asJson),
  ];
  for (const answer of answers) {
    const body = (await answer.json()) as { id: number };
    expect(answer.status).toBe(202);
    expect(answer.headers.get("location")).toBe(`/api/services_personne/taches/${body.id}/`);
    expect(body).toMatchObject({
      type: "import.client",
      etat: "en_attente",
      donnees: { essai: true, lignes: 1 },
    });
    const followed = await call(`/taches/${body.id}/`);
    expect(await followed.json()).toMatchObject({ id: body.id, progression: 0 });
  }
});

test("headings are read and understood before anything is imported", async () => {
  const answer = await call("/imports/apercu/", form({ type: "client" }, "Last name,First name,City\nA,B,C"));
  expect(await answer.json()).toMatchObject({
    separateur: ",",
    lignes: 1,
    correspondance: { nom: "Last name", prenom: "First name", commune: "City" },
  });
});

test("a template can be imported as it is", async () => {
  for (const type of ["client", "intervenant", "prestation"]) {
    const answer = await call(`/imports/modeles/${type}/`, { headers: { accept: "text/csv" } });
    expect(answer.headers.get("content-disposition")).toContain(`${type}s.csv`);
    const sent = await call("/imports/", form({ type, essai: "true" }, await answer.text()));
    expect(sent.status).toBe(202);
  }
});

test("what is no file is refused with its own status", async () => {
  const big = { method: "POST", body: "x".repeat(8_100_000), headers: { "content-type": "text/csv" } };
  const statuses = [
    await call("/imports/?type=client", big),
    await call("/imports/", { method: "POST", body: csv, headers: { "content-type": "image/png" } }),
    await call("/imports/", {
      method: "POST",
      body: csv,
      headers: { "content-type": "multipart/form-data" },
    }),
    await call("/imports/", form({ type: "facture" })),
    await call("/imports/", form({ type: "client" }, "nom;ville\nA;B")),
  ].map(({ status }) => status);
  expect(statuses).toEqual([413, 415, 400, 422, 422]);
});
