import { createECDH, generateKeyPairSync } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abonnementsPush } from "@/db/schema/notifications";
import { utilisateurs } from "@/db/schema/organisation";
import { audit, notifications } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addPrestation, addUtilisateur } from "@/db/testing-data";
import { guest, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createNotification } from "./create-notification";
import { listPush } from "./list-push";
import { decrypt, PushService } from "./push.testing";
import { sendPush } from "./send-push";
import { subscribePush } from "./subscribe-push";
import { testPush } from "./test-push";
import { unsubscribePush } from "./unsubscribe-push";
import { updatePreferences } from "./update-preferences";

process.env.DIHYA_WEBHOOK_NETWORKS = "127.0.0.0/8";
process.env.DIHYA_PUSH_KEY = JSON.stringify(
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }),
);

let world: TestWorld;
let user: Awaited<ReturnType<typeof addUtilisateur>>;
let visitId: number;
let service: PushService;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  service = await PushService.open();
  const agence = await addAgence(world.db);
  user = await addUtilisateur(world.db, { role: "client", langue: "ar" });
  const { client, adresse } = await addClient(world.db, agence.id, { utilisateurId: user.id });
  const activite = await addActivite(world.db, agence.id);
  const ids = { agenceId: agence.id, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  visitId = (await addPrestation(world.db, ids)).id;
});
afterEach(() => service.close());

const me = (id = user.id) => contextFor(world.db, actor("client", { id }));
const machine = (now = NOW) => contextFor(world.db, system, { now });
const subscribe = () => subscribePush(me(), { ...service.subscription, appareil: "Firefox, Android" });
const tell = (type = "prestation.deplacee", now = NOW) =>
  createNotification(machine(now), { type, objet_id: visitId });
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];
const rowOf = async (id: number) =>
  (await world.db.select().from(abonnementsPush).where(eq(abonnementsPush.id, id)))[0];
const codeOf = (work: Promise<unknown>) => work.then(() => null).catch((error) => error.code);

type Job = { abonnement_id: number; notification_id: number | null };
/** Jobs that wait for one device, oldest first. */
async function waiting(id: number): Promise<{ data: Job; after: Date }[]> {
  const rows = await world.db.execute<{ data: Job; after: Date }>(sql`
    select data, start_after as after from pgboss.job
    where name = 'push.send' and (data->>'abonnement_id')::int = ${id} order by created_on, id`);
  return rows.map(({ data, after }) => ({ data, after: new Date(after) }));
}

async function only(id: number): Promise<Job> {
  const jobs = await waiting(id);
  expect(jobs).toHaveLength(1);
  return jobs[0]?.data as Job;
}

test("decrypts the example of RFC 8291, appendix A", () => {
  const browser = createECDH("prime256v1");
  browser.setPrivateKey("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "base64url");
  const body =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  const text = decrypt(
    Buffer.from(body, "base64url"),
    browser,
    Buffer.from("BTBZMqHH6r4Tts7J_aSIgg", "base64url"),
  );
  expect(text).toBe("When I grow up, I want to be a watermelon");
});

describe("push.subscribe", () => {
  test("keeps one device for its owner, with a line that tells no address", async () => {
    const made = await subscribe();
    expect(await subscribe()).toEqual(made);
    const { cle_publique, appareils } = await listPush(me(), {});
    expect(Buffer.from(cle_publique ?? "", "base64url")).toHaveLength(65);
    expect(appareils).toEqual([made]);
    const line = await lastLine();
    expect(line).toMatchObject({ action: "push.subscribe", objetId: String(made.id), acteurId: user.id });
    expect(JSON.stringify(line)).not.toContain("/send/");
  });

  test("a browser that another person uses now is theirs", async () => {
    await subscribe();
    const other = await addUtilisateur(world.db, { role: "client" });
    await subscribePush(me(other.id), service.subscription);
    expect((await listPush(me(), {})).appareils).toEqual([]);
    expect((await listPush(me(other.id), {})).appareils).toHaveLength(1);
  });

  test("forgets the oldest beyond ten, also when many come at once", async () => {
    const many = Array.from({ length: 14 }, (_, n) => ({
      ...service.subscription,
      adresse: `${service.subscription.adresse}${n}`,
    }));
    await Promise.all(many.map((one) => subscribePush(me(), one)));
    expect((await listPush(me(), {})).appareils).toHaveLength(10);
  });

  test.each([
    ["http://10.0.0.1/x", "addressRefused"],
    ["https://169.254.169.254/latest", "addressRefused"],
  ])("refuses %s, which leads into a private network", async (adresse, code) => {
    const refused = subscribePush(me(), { ...service.subscription, adresse });
    await expect(refused).rejects.toMatchObject({
      code,
      details: { errors: [{ pointer: "/adresse" }] },
    });
  });

  test("refuses keys that are none, and a guest", async () => {
    const cles = { ...service.subscription.cles, auth: "AAAA" };
    await expect(subscribePush(me(), { ...service.subscription, cles })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/cles/auth" }] },
    });
    expect(await codeOf(subscribePush(contextFor(world.db, guest), service.subscription))).toBe(
      "unauthenticated",
    );
  });
});

describe("an event", () => {
  test("reaches the device encrypted, in the person's language and without a name", async () => {
    const { id } = await subscribe();
    await tell();
    await sendPush(machine(), await only(id));
    expect(service.refused).toEqual([]);
    const { message, headers } = service.arrived[0] ?? {};
    expect(message).toMatchObject({ titre: "Dihya", langue: "ar", page: `/ar/espace/visites/${visitId}` });
    expect(message?.texte).toMatch(/\p{Script=Arabic}/u);
    expect(message?.texte).not.toContain(user.nom);
    expect(headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400" });
    expect((await rowOf(id))?.dernierSuccesLe).toEqual(NOW);
  });

  test("told twice is sent once; read meanwhile, it is not sent", async () => {
    const { id } = await subscribe();
    const ctx = machine();
    await createNotification(ctx, { type: "prestation.deplacee", objet_id: visitId });
    await createNotification(ctx, { type: "prestation.deplacee", objet_id: visitId });
    const job = await only(id);
    await world.db.update(notifications).set({ lueLe: NOW }).where(eq(notifications.utilisateurId, user.id));
    await sendPush(machine(), job);
    expect(service.arrived).toEqual([]);
  });

  test("waits for the end of the quiet hours, and is not sent where the person said no", async () => {
    const { id } = await subscribe();
    await updatePreferences(me(), {
      preferences: [{ type: "factures", push: false }],
      silence: { debut: "21:00", fin: "07:00" },
    });
    await tell("prestation.deplacee", new Date("2026-03-10T22:00:00Z"));
    expect((await waiting(id)).map(({ after }) => after)).toEqual([new Date("2026-03-11T06:00:00Z")]);
    await updatePreferences(me(), { preferences: [{ type: "visites", push: false }] });
    await tell("prestation.realisee");
    expect(await waiting(id)).toHaveLength(1);
  });

  test.each([404, 410, 403])("a device that answers %i is forgotten, and the log says so", async (status) => {
    const { id } = await subscribe();
    await testPush(me(), { id });
    service.status = status;
    await sendPush(machine(), await only(id));
    expect(await rowOf(id)).toBeUndefined();
    expect(await lastLine()).toMatchObject({ action: "push.send", objetId: String(id) });
  });

  test.each([429, 500])("an answer of %i fails the job, which the queue tries again", async (status) => {
    const { id } = await subscribe();
    service.status = status;
    await expect(sendPush(machine(), { abonnement_id: id, notification_id: null })).rejects.toThrow(
      String(status),
    );
    expect(await rowOf(id)).toMatchObject({ dernierSuccesLe: null });
  });

  test("is not sent to a closed account", async () => {
    const { id } = await subscribe();
    await world.db.update(utilisateurs).set({ actif: false }).where(eq(utilisateurs.id, user.id));
    await sendPush(machine(), { abonnement_id: id, notification_id: null });
    expect(service.arrived).toEqual([]);
  });
});

describe("push.unsubscribe and push.test", () => {
  test("end or try one's own device; another's does not exist", async () => {
    const { id } = await subscribe();
    const other = await addUtilisateur(world.db, { role: "client" });
    expect(await codeOf(unsubscribePush(me(other.id), { id }))).toBe("notFound");
    expect(await codeOf(testPush(me(other.id), { id }))).toBe("notFound");
    expect(await rowOf(id)).toBeDefined();
    await unsubscribePush(me(), { id });
    expect(await lastLine()).toMatchObject({ action: "push.unsubscribe", objetId: String(id) });
    expect(await codeOf(unsubscribePush(me(), { id }))).toBe("notFound");
    const kept = await world.db
      .select()
      .from(abonnementsPush)
      .where(and(eq(abonnementsPush.utilisateurId, user.id)));
    expect(kept).toEqual([]);
  });
});
