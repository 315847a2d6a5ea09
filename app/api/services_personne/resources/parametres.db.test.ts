import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgence, addUtilisateur } from "@/db/testing-data";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { api } from "../application";

let world: TestWorld;
let token: string;
let agenceId: number;
beforeAll(async () => {
  world = await testWorld();
  const { id } = await addUtilisateur(world.db, { role: "admin" });
  token = await signAccessToken(id, 1, new Date());
  agenceId = (await addAgence(world.db)).id;
});
afterAll(() => world.close());

const path = "/api/services_personne/parametres/alerte.retard/";
const headers = () => ({ authorization: `Bearer ${token}`, "content-type": "application/json" });
const read = (query = "") => api.request(`http://dihya.test${path}${query}`, { headers: headers() });
const change = (body: Record<string, unknown>, etag: string | null) =>
  api.request(`http://dihya.test${path}`, {
    method: "PATCH",
    headers: { ...headers(), "if-match": etag ?? "" },
    body: JSON.stringify(body),
  });

test("If-Match speaks of the level that is changed: the product's tag is not the agency's", async () => {
  const product = (await read()).headers.get("etag");
  const agency = (await read(`?agence_id=${agenceId}`)).headers.get("etag");
  expect(product).not.toBe(agency);
  const body = { valeur: 30, agence_id: agenceId };
  expect((await change(body, product)).status).toBe(412);
  expect((await change(body, agency)).status).toBe(200);
  expect((await change({ ...body, valeur: 40 }, agency)).status).toBe(412);
  expect((await read()).headers.get("etag")).toBe(product);
  expect(await (await change({ valeur: 20 }, product)).json()).toMatchObject({
    valeur: 20,
    source: "produit",
  });
});
