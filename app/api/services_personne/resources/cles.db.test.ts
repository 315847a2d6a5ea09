import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cles } from "@/db/schema/interop";
import { utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addAgence, addClient, addUtilisateur } from "@/db/testing-data";
import { forgetAccount } from "@/lib/foundation/actor";
import { policy } from "@/lib/foundation/policy";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createCle } from "@/lib/interop/create-cle";
import { listCles } from "@/lib/interop/list-cles";
import { revokeCle } from "@/lib/interop/revoke-cle";
import { mailTo } from "@/lib/organisation/testing-account";
import { api } from "../application";

let world: TestWorld;
let adminId: number;
let clientId: number;
beforeAll(async () => {
  world = await testWorld();
  adminId = (await addUtilisateur(world.db, { role: "admin" })).id;
  await addUtilisateur(world.db, { role: "admin" });
  clientId = (await addClient(world.db, (await addAgence(world.db)).id)).client.id;
});
afterAll(() => world.close());

const admin = () => contextFor(world.db, actor("admin", { id: adminId }), { now: new Date() });
const made = (...portees: string[]) => createCle(admin(), { nom: "Logiciel de paie", portees });
const call = (secret: string, path: string, init: RequestInit = {}) =>
  api.request(`http://dihya.test/api/services_personne${path}`, {
    ...init,
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
  });
const lines = () => world.db.select().from(audit).orderBy(desc(audit.id)).limit(3);
const refused = { status: 401, code: "tokenExpired" };
const problem = async (answer: Response | Promise<Response>) => (await answer).json();

describe("POST /cles/", () => {
  test("shows the key once and keeps its hash; the line holds neither", async () => {
    const { secret, ...shown } = await made("client:read", "client:read");
    expect(secret).toMatch(/^dihya_[A-Za-z0-9_-]{43}$/);
    expect(shown).toMatchObject({ portees: ["client:read"], etat: "active", utilisateur_id: adminId });
    expect(secret.startsWith(shown.prefixe)).toBe(true);
    expect(shown.prefixe).toHaveLength(12);
    const kept = [await world.db.select().from(cles), await listCles(admin(), {}), await lines()];
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await lines())[0]).toMatchObject({ action: "cle.create", objetId: String(shown.id) });
  });

  test("tells its maker by e-mail, without the key, in the same transaction", async () => {
    const { email } = await addUtilisateur(world.db, { role: "admin", id: 9001, langue: "ar" });
    const maker = contextFor(world.db, actor("admin", { id: 9001 }), { now: new Date() });
    const { secret } = await createCle(maker, { nom: "Paie", portees: ["client:read"] });
    const mails = await mailTo(world.db, email);
    expect(mails).toMatchObject([{ gabarit: "keyCreated", langue: "ar" }]);
    expect(JSON.stringify(mails)).not.toContain(secret);
    await createCle(maker, { nom: "Paie", portees: [] }).catch(() => null);
    expect(await mailTo(world.db, email)).toHaveLength(1);
  });

  test("refuses scopes that do not exist, none at all, and a life of more than a year", async () => {
    const refusals = [
      [{ portees: ["cle:write"] }, "/portees/0"],
      [{ portees: ["utilisateur:read"] }, "/portees/0"],
      [{ portees: [] }, "/portees"],
      [{ portees: ["client:read"], duree_jours: 367 }, "/duree_jours"],
    ] as const;
    for (const [input, pointer] of refusals)
      await expect(createCle(admin(), { nom: "x", ...input })).rejects.toMatchObject({
        code: "validation",
        details: { errors: [{ pointer }] },
      });
    const manager = contextFor(world.db, actor("gestionnaire"));
    await expect(createCle(manager, { nom: "x", portees: ["client:read"] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a call with a key", () => {
  test("does what the key was opened for, and the log tells the key from its maker", async () => {
    const key = await made("client:read", "client:write");
    expect((await call(key.secret, `/clients/${clientId}/`)).status).toBe(200);
    const change = { method: "PATCH", body: JSON.stringify({ telephone: "0139980000" }) };
    expect((await call(key.secret, `/clients/${clientId}/`, change)).status).toBe(200);
    const [line] = await lines();
    expect(line).toMatchObject({
      action: "client.update",
      acteurType: "key",
      acteurId: adminId,
      role: "admin",
    });
    expect(JSON.parse(line?.canon ?? "{}")).toMatchObject({
      actor: { t: "key", id: adminId },
      data: { cle: key.id },
    });
    const [row] = await world.db.select().from(cles).where(eq(cles.id, key.id));
    expect(row?.derniereUtilisationLe?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test("is refused beyond its scopes, with a line as for a person", async () => {
    const key = await made("client:read");
    const change = { method: "PATCH", body: JSON.stringify({ telephone: "0139980001" }) };
    expect(await problem(call(key.secret, `/clients/${clientId}/`, change))).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    expect((await lines())[0]).toMatchObject({
      action: "client.update",
      resultat: "refused",
      acteurType: "key",
      flux: `refus:utilisateur:${adminId}`,
    });
    for (const path of [
      "/factures/",
      "/utilisateurs/",
      "/cles/",
      "/webhooks/",
      "/courriels/",
      "/moi/",
      "/audit/",
    ])
      expect(`${path} ${(await call(key.secret, path)).status}`).toBe(`${path} 403`);
  });

  test("no scope opens keys, accounts, secrets, mail or the log", async () => {
    const all = await listCles(admin(), {});
    expect(all.results.length).toBeGreaterThan(0);
    const { opens } = await import("@/lib/foundation/policy");
    const { portees } = await import("@/db/states");
    const opened = (Object.keys(policy) as (keyof typeof policy)[]).filter((name) => opens(portees, name));
    const objects = new Set(opened.map((name) => name.split(".")[0]));
    for (const closed of [
      "cle",
      "webhook",
      "livraison",
      "utilisateur",
      "session",
      "token",
      "account",
      "moi",
      "courriel",
      "audit",
    ])
      expect(objects.has(closed)).toBe(false);
  });

  test("kept to an agency, sees nothing of the others and changes nothing that is the whole product's", async () => {
    const there = await addAgence(world.db);
    const { client } = await addClient(world.db, there.id);
    const kept = await createCle(admin(), {
      nom: "Agence",
      portees: ["client:read", "client:write", "activite:write", "agence:read", "tarif:write"],
      agence_ids: [there.id],
    });
    expect(kept.agence_ids).toEqual([there.id]);
    const found = await problem(call(kept.secret, "/clients/?limit=100"));
    expect(found.results.map((one: { id: number }) => one.id)).toEqual([client.id]);
    const change = { method: "PATCH", body: JSON.stringify({ telephone: "0139980002" }) };
    expect((await call(kept.secret, `/clients/${client.id}/`, change)).status).toBe(200);
    expect((await call(kept.secret, `/clients/${clientId}/`, change)).status).toBe(404);
    const everywhere = { method: "PATCH", body: JSON.stringify({ actif: false }) };
    expect((await call(kept.secret, "/activites/1/", everywhere)).status).toBe(403);
  });

  test("is kept to agencies that there are", async () => {
    await expect(
      createCle(admin(), { nom: "x", portees: ["client:read"], agence_ids: [999_999] }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/agence_ids", code: "invalidChoice" }] } });
  });

  test("never opens more than its maker's role has now", async () => {
    const other = await addUtilisateur(world.db, { role: "admin" });
    const maker = contextFor(world.db, actor("admin", { id: other.id }), { now: new Date() });
    const key = await createCle(maker, { nom: "x", portees: ["client:read", "activite:write"] });
    await world.db.update(utilisateurs).set({ role: "client" }).where(eq(utilisateurs.id, other.id));
    forgetAccount(other.id);
    expect((await call(key.secret, `/clients/${clientId}/`)).status).toBe(404);
    await world.db.update(utilisateurs).set({ actif: false }).where(eq(utilisateurs.id, other.id));
    forgetAccount(other.id);
    expect(await problem(call(key.secret, "/clients/"))).toMatchObject(refused);
  });

  test("ends when the key is revoked, expires, or was never made", async () => {
    const [one, two] = [await made("client:read"), await made("client:read")];
    await revokeCle(admin(), { id: one.id });
    expect((await lines())[0]).toMatchObject({ action: "cle.revoke", objetId: String(one.id) });
    await revokeCle(admin(), { id: one.id });
    await world.db.update(cles).set({ expireLe: new Date() }).where(eq(cles.id, two.id));
    const unknown = `${two.secret.slice(0, -1)}${two.secret.endsWith("A") ? "B" : "A"}`;
    for (const secret of [one.secret, two.secret, unknown, "dihya_"])
      expect(await problem(call(secret, "/clients/"))).toMatchObject(refused);
    const states = new Map((await listCles(admin(), {})).results.map((row) => [row.id, row.etat]));
    expect([states.get(one.id), states.get(two.id)]).toEqual(["revoquee", "expiree"]);
    await expect(revokeCle(admin(), { id: 2_000_000_000 })).rejects.toMatchObject({ code: "notFound" });
  });
});
