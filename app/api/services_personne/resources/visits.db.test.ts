import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { utilisateurs } from "@/db/schema/organisation";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { accountWith } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { api } from "../application";

let db: Db;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const world = await testWorld();
  await seedDemonstration(world.url);
  process.env.DATABASE_URL = world.url;
  db = world.db;
  for (const role of ["gestionnaire", "client", "intervenant", "auditeur", "admin"]) {
    const [user] = await opened(
      db,
      db
        .select(columnsOf(utilisateurs))
        .from(utilisateurs)
        .where(accountWith(`${role}@dihya.test`)),
    );
    if (user) tokens[role] = await signAccessToken(user.id, user.versionJeton, new Date());
  }
});

const call = (role: string, method: string, path: string, body?: unknown, headers = {}) =>
  api.request(`/api/services_personne${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[role]}`, "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

const visit = { client_id: 12, intervenant_id: 5, type: "Ménage", date: "2025-09-10T14:00:00", duree: 2 };

describe("the documented requests, on the demonstration data", () => {
  test("a visit: 201 with its place, then 409 with alternatives, in the caller's language", async () => {
    const created = await call("gestionnaire", "POST", "/prestations/", visit);
    expect(created.status).toBe(201);
    const body = await created.json();
    expect(created.headers.get("location")).toBe(`/api/services_personne/prestations/${body.id}/`);
    expect(body).toMatchObject({
      type: "menage",
      date: "2025-09-10T14:00:00+02:00",
      saisie_apres_coup: true,
    });
    const again = await call("gestionnaire", "POST", "/prestations/", visit, { "accept-language": "ar" });
    expect(again.status).toBe(409);
    expect(again.headers.get("content-type")).toContain("application/problem+json");
    expect(again.headers.get("content-language")).toBe("ar");
    const problem = await again.json();
    expect(problem.code).toBe("slotTaken");
    expect(problem.alternatives.length).toBeGreaterThan(0);
    expect(problem.alternatives.length).toBeLessThanOrEqual(3);
    expect(problem.alternatives[0]).toMatchObject({
      date: expect.stringMatching(/\+02:00$/),
      intervenant_id: expect.any(Number),
    });
  });

  test("a reservation of prestation 7: 201, then 409", async () => {
    const body = { client_id: 12, prestation_id: 7, date: "2025-09-10T14:00:00" };
    const created = await call("gestionnaire", "POST", "/reservations/", body);
    expect(created.status).toBe(201);
    const reservation = await created.json();
    expect(reservation).toMatchObject({ prestation_id: 7, statut: "demandee" });
    const again = await call("gestionnaire", "POST", "/reservations/", body);
    expect(again.status).toBe(409);
    expect((await again.json()).code).toBe("reservationExists");
    const accepted = await call("gestionnaire", "POST", `/reservations/${reservation.id}/acceptation/`);
    expect(accepted.status).toBe(201);
    expect((await accepted.json()).prestation.statut).toBe("confirmee");
  });
});

describe("the doors of visits", () => {
  test("list, filter, page, count and give CSV", async () => {
    const page = await call(
      "gestionnaire",
      "GET",
      "/prestations/?limit=3&count=true&statut=planifiee,confirmee",
    );
    expect(page.status).toBe(200);
    const body = await page.json();
    expect(body.results).toHaveLength(3);
    expect(body.count).toBeGreaterThan(3);
    expect(page.headers.get("link")).toContain('rel="next"');
    const csv = await call("gestionnaire", "GET", "/prestations?limit=2", undefined, { accept: "text/csv" });
    expect((await csv.text()).split("\r\n")[0]).toContain("client_id");
    expect((await call("gestionnaire", "GET", "/prestations/?couleur=bleu")).status).toBe(422);
  });

  test("a client sees their own only, an auditeur nobody's name", async () => {
    const mine = await (await call("client", "GET", "/prestations/?limit=200")).json();
    expect(new Set(mine.results.map((one: { client_id: number }) => one.client_id))).toEqual(new Set([1]));
    const seen = await (await call("auditeur", "GET", "/prestations/?limit=5")).json();
    for (const one of seen.results) {
      expect(one.client.nom).toMatch(/^client-/);
      expect(one.adresse).toBeNull();
    }
    expect((await call("client", "GET", "/prestations/7/")).status).toBe(404);
    expect((await call("client", "POST", "/prestations/", visit)).status).toBe(403);
    expect((await api.request("/api/services_personne/prestations/")).status).toBe(401);
  });

  test("free slots, then a booking by the client", async () => {
    const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
    const found = await call(
      "client",
      "GET",
      `/reservations/creneaux/?type=menage&duree=2&du=${day(1)}&au=${day(20)}`,
    );
    expect(found.status).toBe(200);
    const slot = (await found.json()).results[0].creneaux[0];
    const created = await call("client", "POST", "/reservations/", {
      type: "menage",
      date: slot.date,
      duree: 2,
      intervenant_id: slot.intervenant.id,
    });
    expect(created.status).toBe(201);
    const past = await call("client", "POST", "/reservations/", {
      type: "menage",
      date: "2025-09-10T14:00:00",
      duree: 2,
    });
    expect(past.status).toBe(422);
    expect((await past.json()).code).toBe("pastNotAllowed");
  });

  test("the week of an agency and of an intervenant", async () => {
    const week = await (await call("gestionnaire", "GET", "/plannings/?agence_id=1")).json();
    expect(week.prestations.length).toBeGreaterThan(0);
    expect(week.intervenants.length).toBeGreaterThan(5);
    const calendar = await call("intervenant", "GET", "/plannings/", undefined, { accept: "text/calendar" });
    expect(calendar.headers.get("content-type")).toContain("text/calendar");
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const own = await (await call("intervenant", "GET", "/plannings/")).json();
    expect(own.intervenants.map((one: { id: number }) => one.id)).toEqual([5]);
  });
});
