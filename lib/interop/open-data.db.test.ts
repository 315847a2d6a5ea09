import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "@/app/api/services_personne/application";
import { adresses } from "@/db/schema/clients";
import { parametres } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addActivite, addClient, addPrestation } from "@/db/testing-data";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { FEWEST_PEOPLE } from "./open-data";
import { readCatalogue } from "./read-catalogue";
import { readJeu } from "./read-jeu";
import { readPublication } from "./read-publication";
import { updatePublication } from "./update-publication";

let w: VisitWorld;
const guest = () => contextFor(w.db, actor("guest"));
const monthly = async () => (await readJeu(guest(), { jeu: "prestations-mensuelles" })).lignes;

/** `people` clients of one commune, each visited once for two hours in February 2026. */
async function visits(people: number, commune: string, activiteId: number, values = {}) {
  for (let n = 0; n < people; n++) {
    const { client, adresse } = await addClient(w.db, w.agence.id);
    await w.db.update(adresses).set({ commune }).where(eq(adresses.id, adresse.id));
    const place = { agenceId: w.agence.id, clientId: client.id, adresseId: adresse.id, activiteId };
    const debut = new Date(Date.UTC(2026, 1, 3, 8));
    await addPrestation(w.db, place, { debut, statut: "validee", ...values });
  }
}

beforeAll(async () => {
  w = await visitWorld();
  const garden = await addActivite(w.db, w.agence.id, { code: "jardinage" });
  await visits(14, "Paris", w.activite.id);
  await visits(12, "Lyon", w.activite.id);
  await visits(4, "Lille", w.activite.id);
  await visits(11, "Paris", garden.id);
  await visits(20, "Nice", garden.id, { statut: "annulee" });
  // March is not over on the 10th.
  await visits(20, "Nantes", garden.id, { debut: new Date("2026-03-02T08:00:00Z") });
}, 60_000);
afterAll(() => w.world.close());

test("publishes nothing until an admin says so, and says so in the log", async () => {
  expect(await monthly()).toEqual([]);
  expect((await readCatalogue(guest(), {}))["dcat:dataset"]).toEqual([]);
  await expect(updatePublication(w.staffCtx(), { id: w.agence.id, publie: true })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(updatePublication(w.adminCtx(), { id: 2_000_000, publie: true })).rejects.toMatchObject({
    code: "notFound",
  });
  const said = await updatePublication(w.adminCtx(), { id: w.agence.id, publie: true });
  expect(said).toEqual({ agence_id: w.agence.id, nom: w.agence.nom, publie: true });
  expect(await readPublication(w.adminCtx(), { id: w.agence.id })).toEqual(said);
  expect(await readPublication(w.adminCtx(), { id: w.other.id })).toMatchObject({ publie: false });
  const lines = await w.db.select().from(audit).where(eq(audit.action, "openData.updatePublication"));
  expect(lines.at(-1)).toMatchObject({ objetType: "agence", objetId: String(w.agence.id), resultat: "ok" });
});

test("counts whole months, and joins what is too small so that it cannot be subtracted", async () => {
  await updatePublication(w.adminCtx(), { id: w.agence.id, publie: true });
  const rows = await monthly();
  expect(rows).toEqual([
    { mois: "2026-02", activite: "jardinage", commune: "Paris", prestations: 11, heures: 22, clients: 11 },
    { mois: "2026-02", activite: "menage", commune: "Paris", prestations: 14, heures: 28, clients: 14 },
    // Lille alone has four people: Lyon is counted with it.
    { mois: "2026-02", activite: "menage", commune: "autres", prestations: 16, heures: 32, clients: 16 },
  ]);
  const { lignes } = await readJeu(guest(), { jeu: "prestations-par-activite" });
  expect(lignes).toEqual([
    { mois: "2026-02", activite: "jardinage", prestations: 11, heures: 22, clients: 11 },
    { mois: "2026-02", activite: "menage", prestations: 30, heures: 60, clients: 30 },
  ]);
  for (const { clients } of [...rows, ...lignes]) expect(clients).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
});

test("an agency that stops publishing is out at once", async () => {
  await updatePublication(w.adminCtx(), { id: w.agence.id, publie: true });
  expect((await monthly()).length).toBeGreaterThan(0);
  const later = contextFor(w.db, actor("admin"), { now: new Date(NOW.getTime() + 1000) });
  await updatePublication(later, { id: w.agence.id, publie: false });
  expect(await monthly()).toEqual([]);
  const settings = await w.db
    .select()
    .from(parametres)
    .where(and(eq(parametres.agenceId, w.agence.id), eq(parametres.cle, "donnees_ouvertes")));
  expect(settings).toHaveLength(1);
});

test("is a DCAT catalogue whose every link answers, without an account", async () => {
  const real = contextFor(w.db, actor("admin"), { now: new Date() });
  await updatePublication(real, { id: w.agence.id, publie: true });
  const base = "http://dihya.test/api/services_personne/open-data/";
  const answer = await api.request(base, { headers: { accept: "application/ld+json" } });
  expect(answer.headers.get("content-type")).toBe("application/ld+json");
  const catalogue = await answer.json();
  expect(catalogue).toMatchObject({
    "@type": "dcat:Catalog",
    "dct:license": { "@id": "https://spdx.org/licenses/etalab-2.0.html" },
    "dct:publisher": [{ "foaf:name": w.agence.nom }],
  });
  expect(catalogue["dct:title"].map((one: Record<string, string>) => one["@language"])).toEqual([
    "fr",
    "en",
    "ar",
    "kab",
  ]);
  const links = catalogue["dcat:dataset"].flatMap((set: Record<string, Record<string, unknown>[]>) =>
    (set["dcat:distribution"] ?? []).map((one) => one as Record<string, { "@id": string }>),
  );
  expect(links).toHaveLength(4);
  for (const link of links) {
    const file = await api.request(
      `http://dihya.test${new URL(link["dcat:downloadURL"]?.["@id"] ?? "").pathname}`,
    );
    expect(file.status).toBe(200);
    const type = link["dcat:mediaType"]?.["@id"].split("media-types/")[1] ?? "?";
    expect(file.headers.get("content-type")).toContain(type);
  }
  expect((await api.request(`${base}inconnu/`)).status).toBe(404);
});
