import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/lib/foundation/context";
import { contextFor } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { runAskedRapport } from "@/lib/rapports/create-rapport";
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

test("a report is asked for and run by the worker, then fetched again as JSON and as CSV", async () => {
  const body = JSON.stringify({ type: "activite", du: "2026-02-01", au: "2026-02-28" });
  const made = await call("/api/services_personne/rapports/", { method: "POST", body });
  expect(made.status).toBe(202);
  const tache = await made.json();
  expect(tache).toMatchObject({ type: "rapport.activite", etat: "en_attente", resultat: null });
  const work = `/api/services_personne/taches/${tache.id}/`;
  expect(made.headers.get("location")).toBe(work);
  const demande = { type: "activite", du: "2026-02-01", au: "2026-02-28" } as const;
  await runAskedRapport(contextFor(w.db, system), { tache_id: tache.id, demande });
  const done = await (await call(work)).json();
  expect(done).toMatchObject({ etat: "terminee", progression: 100 });
  const path = `/api/services_personne/rapports/${done.resultat.rapport_id}/`;
  const rapport = await (await call(path)).json();
  expect(rapport).toMatchObject({ id: done.resultat.rapport_id, type: "activite", du: "2026-02-01" });

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
