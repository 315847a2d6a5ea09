import { and, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "@/app/api/services_personne/application";
import { adresses, clients } from "@/db/schema/clients";
import { agences, limites, utilisateurs } from "@/db/schema/organisation";
import { abonnementsAgenda } from "@/db/schema/plannings";
import { audit } from "@/db/schema/suivi";
import { addPrestation, addUtilisateur, changeSealed } from "@/db/testing-data";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { secretHash, signAccessToken } from "@/lib/foundation/tokens";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createAbonnement } from "./create-abonnement";
import { listAbonnements } from "./list-abonnements";
import { readFlux } from "./read-flux";
import { renewAbonnement } from "./renew-abonnement";
import { revokeAbonnement } from "./revoke-abonnement";
import type { AbonnementSecret } from "./schemas-abonnement";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());
beforeEach(async () => {
  await w.db.delete(abonnementsAgenda);
  await w.db.delete(limites);
});

const fileOf = ({ adresse }: AbonnementSecret) => new URL(adresse).pathname.split("/").at(-1) ?? "";
const guestCtx = (now = NOW, ip = "192.0.2.1") => contextFor(w.db, actor("guest"), { now, ip });

/** The feed as an independent library reads it. */
async function feed(made: AbonnementSecret, now = NOW) {
  const { texte } = await readFlux(guestCtx(now), { fichier: fileOf(made) });
  const calendar = new ICAL.Component(ICAL.parse(texte));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return {
    texte,
    calendar,
    events,
    of: (id: number) => events.find(({ uid }) => uid.startsWith(`prestation-${id}@`)),
  };
}

const visit = (values: Parameters<typeof addPrestation>[2] = {}) =>
  addPrestation(
    w.db,
    {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
      intervenantId: w.nadia.id,
    },
    values,
  );

describe("a calendar address", () => {
  test("is told once: only its hash is kept, and the log knows neither", async () => {
    const made = await createAbonnement(w.clientCtx(), { nom: "Téléphone" });
    const secret = fileOf(made).replace(".ics", "");
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(made.webcal).toBe(made.adresse.replace("http://", "webcal://"));
    const [row] = await w.db.select().from(abonnementsAgenda);
    expect(row).toMatchObject({ empreinte: secretHash(secret), nom: "Téléphone", luLe: null });
    expect(JSON.stringify(row)).not.toContain(secret);
    const list = await listAbonnements(w.clientCtx(), {});
    expect(list).toMatchObject({ results: [{ id: made.id, nom: "Téléphone", lu_le: null }], reste: 4 });
    expect(JSON.stringify(list)).not.toContain(secret);
    const lines = await w.db
      .select()
      .from(audit)
      .where(eq(audit.objetId, String(made.id)));
    const line = lines.find(({ action }) => action === "abonnement.create");
    expect(line).toMatchObject({ objetType: "abonnement", acteurId: w.users.clientUser.id, resultat: "ok" });
    expect(line?.canon).not.toContain(secret);
    expect(line?.canon).not.toContain(secretHash(secret));
  });

  test("is given five times a person, even when asked for together", async () => {
    const asked = Array.from({ length: 8 }, () => createAbonnement(w.clientCtx(), {}));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter((one) => one.status === "rejected");
    expect(answers.length - refused.length).toBe(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "tooManySubscriptions" });
    await expect(createAbonnement(w.workerCtx(), {})).resolves.toMatchObject({ nom: "" });
  });

  // What is left of the caller's requests counts down with each of them.
  test("renewed or revoked answers like one that never was", async () => {
    const old = await createAbonnement(w.clientCtx(), {});
    const renewed = await renewAbonnement(w.clientCtx(), { id: old.id });
    expect(fileOf(renewed)).not.toBe(fileOf(old));
    await expect(feed(old)).rejects.toMatchObject({ code: "notFound" });
    await expect(feed(renewed)).resolves.toBeDefined();
    await revokeAbonnement(w.clientCtx(), { id: old.id });
    const get = async (file: string) => {
      const answer = await api.request(`http://dihya.test/api/services_personne/plannings/flux/${file}`);
      const body = (await answer.json()) as Record<string, unknown>;
      const { instance: _asked, request_id: _id, ...rest } = body;
      const headers = Object.fromEntries(answer.headers);
      return { status: answer.status, rest, headers: { ...headers, "x-request-id": "", ratelimit: "" } };
    };
    const revoked = await get(fileOf(renewed));
    expect(revoked.status).toBe(404);
    expect(await get(`${"A".repeat(43)}.ics`)).toEqual(revoked);
    expect(await get("rien")).toEqual(revoked);
    expect((await listAbonnements(w.clientCtx(), {})).results).toEqual([]);
    const acts = await w.db
      .select()
      .from(audit)
      .where(eq(audit.objetId, String(old.id)));
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["abonnement.create", "abonnement.renew", "abonnement.revoke"]),
    );
  });

  test("is nobody else's to renew or revoke, nor anything for staff", async () => {
    const { id } = await createAbonnement(w.clientCtx(), {});
    for (const operation of [renewAbonnement, revokeAbonnement]) {
      await expect(operation(w.workerCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
      await expect(operation(w.staffCtx(), { id })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await listAbonnements(w.workerCtx(), {})).results).toEqual([]);
  });

  test("ends with the account, and is limited", async () => {
    const made = await createAbonnement(w.clientCtx(), {});
    const set = (actif: boolean) =>
      w.db.update(utilisateurs).set({ actif }).where(eq(utilisateurs.id, w.users.clientUser.id));
    await set(false);
    await expect(feed(made)).rejects.toMatchObject({ code: "notFound" });
    await set(true);
    for (let i = 0; i < 60; i++) await readFlux(guestCtx(), { fichier: fileOf(made) });
    await expect(feed(made)).rejects.toMatchObject({ code: "rateLimited" });
    await expect(feed(made, new Date(NOW.getTime() + 3_600_001))).resolves.toBeDefined();
    const guess = () => readFlux(guestCtx(NOW, "192.0.2.9"), { fichier: "essai.ics" });
    for (let i = 0; i < 30; i++) await expect(guess()).rejects.toMatchObject({ code: "notFound" });
    await expect(guess()).rejects.toMatchObject({ code: "rateLimited" });
  });
});

describe("the feed", () => {
  test("says a visit in the person's words, and of the other person only what it needs", async () => {
    const { id, version } = await visit({
      debut: new Date("2026-04-02T09:00:00Z"),
      instructions: "Clé sous le pot",
    });
    await changeSealed(w.db, adresses, { id: w.adresse.id }, { acces: "Code 4711" });
    const forWorker = await feed(await createAbonnement(w.workerCtx(), {}));
    const forClient = await feed(await createAbonnement(w.clientCtx(), {}));
    const seen = forWorker.of(id);
    expect(seen).toMatchObject({
      sequence: version,
      summary: expect.stringMatching(/^Ménage \d+ · Claire M\.$/),
    });
    expect(seen?.location).toContain(w.adresse.voie);
    expect(seen?.startDate.toJSDate().toISOString()).toBe("2026-04-02T09:00:00.000Z");
    expect(seen?.component.getFirstPropertyValue("url")).toBe(
      `http://localhost:3000/fr/terrain/visites/${id}`,
    );
    expect(forClient.of(id)?.summary).toMatch(/ · Nadia H\.$/);
    expect(forClient.of(id)?.location).toBeNull();
    for (const { texte } of [forWorker, forClient]) {
      expect(texte).not.toMatch(/4711|pot|\+33|Haddad|Martin/);
      for (const line of texte.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  test("a visit that moves stays the same event with a greater SEQUENCE", async () => {
    const { id } = await visit({ debut: new Date("2026-04-03T09:00:00Z") });
    const made = await createAbonnement(w.workerCtx(), {});
    const before = (await feed(made)).of(id);
    await movePrestation(w.staffCtx(), { id, date: "2026-04-03T14:00:00" });
    const after = (await feed(made)).of(id);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(after?.startDate.toJSDate().toISOString()).toBe("2026-04-03T12:00:00.000Z");
  });

  test("a cancelled visit is said to be cancelled for thirty days", async () => {
    const { id } = await visit({ debut: new Date("2026-05-20T09:00:00Z") });
    const made = await createAbonnement(w.clientCtx(), {});
    const before = (await feed(made)).of(id);
    await cancelPrestation(w.staffCtx(), { id, motif: "essai" });
    const after = (await feed(made)).of(id);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(after?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(after?.summary).toMatch(/^Annulée : /);
    const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    expect((await feed(made, days(29))).of(id)).toBeDefined();
    expect((await feed(made, days(32))).of(id)).toBeUndefined();
  });

  test("speaks Arabic under the clock of Casablanca, in folded lines", async () => {
    await w.db.update(agences).set({ fuseau: "Africa/Casablanca" }).where(eq(agences.id, w.agence.id));
    await w.db.update(utilisateurs).set({ langue: "ar" }).where(eq(utilisateurs.id, w.users.workerUser.id));
    const prenom = "زهرة بنت الحاج عبد الرحمن بن عيسى الساكنة قرب المسجد الكبير";
    await changeSealed(w.db, clients, { id: w.client.id }, { prenom });
    // Ramadan of 2026: the clock of Casablanca is an hour behind its usual one.
    const ramadan = await visit({ debut: new Date("2026-03-10T09:00:00Z") });
    const after = await visit({ debut: new Date("2026-04-10T09:00:00Z") });
    const { of, texte, calendar } = await feed(await createAbonnement(w.workerCtx(), {}));
    expect(of(ramadan.id)?.summary).toContain(prenom);
    expect(of(ramadan.id)?.startDate.toString()).toBe("2026-03-10T09:00:00");
    expect(of(after.id)?.startDate.toString()).toBe("2026-04-10T10:00:00");
    expect(of(after.id)?.startDate.toJSDate()).toEqual(after.debut);
    expect(texte).toContain("SUMMARY;LANGUAGE=ar:");
    expect(texte).toContain("\r\n ");
    for (const line of texte.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toContain("زياراتي");
    await w.db.update(agences).set({ fuseau: "Europe/Paris" }).where(eq(agences.id, w.agence.id));
  });

  test("notes when it was read, and nobody else's visits are in it", async () => {
    const stranger = await addUtilisateur(w.db, { role: "client" });
    const made = await createAbonnement(w.clientCtx(), {});
    await feed(made);
    expect((await listAbonnements(w.clientCtx(), {})).results[0]?.lu_le).toBe(NOW.toISOString());
    const ctx = contextFor(w.db, actor("client", { id: stranger.id, clientId: null }));
    // An account without a file has no visits, hence no calendar.
    await expect(feed(await createAbonnement(ctx, {}))).rejects.toMatchObject({ code: "notFound" });
    const reads = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, "flux.read"), eq(audit.resultat, "ok")));
    expect(reads).toEqual([]);
  });
});

describe("over HTTP", () => {
  const base = "http://dihya.test/api/services_personne/plannings";

  test("needs no cookie, answers 304 while nothing changed, and in no other form", async () => {
    const token = await signAccessToken(w.users.clientUser.id, 1, new Date());
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const created = await api.request(`${base}/abonnements/`, { method: "POST", headers, body: "{}" });
    expect(created.status).toBe(201);
    const made = (await created.json()) as AbonnementSecret;
    const url = `http://dihya.test${new URL(made.adresse).pathname}`;
    const first = await api.request(url);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n/);
    const again = await api.request(url, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    expect((await api.request(url, { headers: { accept: "application/json" } })).status).toBe(406);
    const gone = await api.request(`${base}/abonnements/${made.id}/`, { method: "DELETE", headers });
    expect(gone.status).toBe(204);
    expect((await api.request(url)).status).toBe(404);
  });
});
