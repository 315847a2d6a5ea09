import { afterAll, beforeAll, expect, test } from "vitest";
import { signAccessToken } from "@/lib/foundation/tokens";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { api } from "../application";

let w: VisitWorld;
let token: string;
beforeAll(async () => {
  w = await visitWorld();
  token = await signAccessToken(w.users.staff.id, 1, new Date());
});
afterAll(() => w.world.close());

type Init = { method?: string; body?: string; accept?: string };
const call = (path: string, { accept, ...init }: Init = {}) =>
  api.request(`http://dihya.test${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(accept ? { accept } : {}),
    },
  });

test("a report is run, then fetched again as JSON and as CSV", async () => {
  const body = JSON.stringify({ type: "activite", du: "2026-02-01", au: "2026-02-28" });
  const made = await call("/api/services_personne/rapports/", { method: "POST", body });
  expect(made.status).toBe(201);
  const path = made.headers.get("location") ?? "";
  const rapport = await made.json();
  expect(path).toBe(`/api/services_personne/rapports/${rapport.id}/`);
  expect(await (await call(path)).json()).toEqual(rapport);

  const csv = await call(path, { accept: "text/csv" });
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.headers.get("content-disposition")).toContain(`rapport-activite-2026-02-28-${rapport.id}.csv`);
  expect((await call(path, { accept: "image/png" })).status).toBe(406);

  const list = await (await call("/api/services_personne/rapports/?type=activite")).json();
  expect(list.results[0]).toMatchObject({ id: rapport.id, type: "activite", libelle: "Activité" });
  expect(list.definitions.map(({ type }: { type: string }) => type)).toEqual([
    "activite",
    "ponctualite",
    "qualite",
    "creances",
  ]);
});
