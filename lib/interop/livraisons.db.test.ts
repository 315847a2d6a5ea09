import { eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";
import { addUtilisateur } from "@/db/testing-data";
import { system } from "@/lib/foundation/context";
import { publishEvent } from "@/lib/foundation/evenement";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createWebhook } from "./create-webhook";
import { delays } from "./livraison";
import { purgeLivraisons } from "./purge-livraisons";
import { replayLivraison } from "./replay-livraison";
import { rotateWebhook } from "./rotate-webhook";
import { sendLivraison } from "./send-livraison";
import { testWebhook } from "./test-webhook";
import { Receiver } from "./testing";

process.env.DIHYA_WEBHOOK_NETWORKS = "127.0.0.0/8";

let world: TestWorld;
let adminId: number;
let receiver: Receiver;
beforeAll(async () => {
  world = await testWorld();
  adminId = (await addUtilisateur(world.db, { role: "admin" })).id;
});
afterAll(() => world.close());
beforeEach(async () => {
  receiver = await Receiver.open();
});
afterEach(() => receiver.close());

/** The receiver's library compares with the real clock. */
const machine = (now = new Date()) => contextFor(world.db, system, { now });
const admin = (now = new Date()) => contextFor(world.db, actor("admin", { id: adminId }), { now });

async function subscribed(url = receiver.url): Promise<number> {
  const made = await createWebhook(admin(), { nom: "CRM", url, evenements: ["reservation.acceptee"] });
  receiver.secret = made.secret;
  return made.id;
}

async function published(webhookId: number, objetId = 12) {
  await world.db.transaction((tx) => publishEvent(tx, machine(), { type: "reservation.acceptee", objetId }));
  return (await messages(webhookId)).at(-1) as typeof webhookLivraisons.$inferSelect;
}

const messages = (webhookId: number) =>
  world.db
    .select()
    .from(webhookLivraisons)
    .where(eq(webhookLivraisons.webhookId, webhookId))
    .orderBy(webhookLivraisons.id);
const messageOf = async (id: number) =>
  (await world.db.select().from(webhookLivraisons).where(eq(webhookLivraisons.id, id)))[0];
const webhookOf = async (id: number) =>
  (await world.db.select().from(webhooks).where(eq(webhooks.id, id)))[0];
const send = (id: number, tentative = 0, now = new Date()) =>
  sendLivraison(machine(now), { livraison_id: id, tentative });
const waitingJobs = async (id: number) =>
  (await world.db.execute(sql`select data, start_after from pgboss.job where name = 'livraison.send'
    and (data->>'livraison_id')::integer = ${id} order by (data->>'tentative')::integer`)) as unknown as {
    data: { tentative: number };
    start_after: string;
  }[];

describe("livraison.send", () => {
  test("is received and verified by a partner, and names the object without telling of anybody", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId, 31);
    await send(message.id);
    expect(receiver.refused).toEqual([]);
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.id).toBe(`msg_${message.messageId}`);
    expect(receiver.received[0]?.body).toEqual({
      specversion: "1.0",
      id: message.evenementId,
      type: "reservation.acceptee",
      source: "http://localhost:3000/api/services_personne",
      time: message.survenuLe.toISOString(),
      subject: "reservations/31",
      datacontenttype: "application/json",
      data: {
        objet: { type: "reservation", id: 31 },
        url: "http://localhost:3000/api/services_personne/reservations/31/",
      },
    });
    expect(await messageOf(message.id)).toMatchObject({ statut: "livree", tentatives: 1, prochaineLe: null });
    expect((await webhookOf(webhookId))?.dernierSuccesLe).not.toBeNull();
  });

  test("run again once noted, sends nothing", async () => {
    const message = await published(await subscribed());
    await send(message.id);
    await send(message.id);
    expect(receiver.received).toHaveLength(1);
  });

  test("a failure is noted with its answer, bounded, and the next attempt waits for its time", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId);
    receiver.answer = { status: 503, body: `busy\u0000 ${"é".repeat(50_000)}` };
    const now = new Date();
    await send(message.id, 0, now);
    const noted = await messageOf(message.id);
    expect(noted).toMatchObject({ statut: "en_attente", tentatives: 1 });
    expect(noted?.essais).toEqual([
      { le: now.toISOString(), code: 503, duree_ms: expect.any(Number), erreur: null },
    ]);
    expect(noted?.reponse.slice(0, 6)).toBe("busy é");
    expect(noted?.reponse.length).toBe(500);
    const due = now.getTime() + 5000;
    expect(noted?.prochaineLe?.getTime()).toBe(due);
    const [, next] = await waitingJobs(message.id);
    expect(next?.data).toEqual({ livraison_id: message.id, tentative: 1 });
    expect(new Date(next?.start_after ?? 0).getTime()).toBe(due);
    receiver.answer = { status: 200 };
    await send(message.id, 1);
    expect(receiver.received.map((one) => one.id)).toEqual(Array(2).fill(`msg_${message.messageId}`));
    expect(receiver.effects).toHaveLength(1);
    expect(await messageOf(message.id)).toMatchObject({ statut: "livree", tentatives: 2 });
    expect(await webhookOf(webhookId)).toMatchObject({ echecs: 0, actif: true });
  });

  test("nobody listening is noted as such", async () => {
    const message = await published(await subscribed());
    receiver.close();
    await send(message.id);
    const noted = await messageOf(message.id);
    expect(noted?.essais[0]).toMatchObject({ code: null, erreur: "ECONNREFUSED" });
    expect(noted?.statut).toBe("en_attente");
  });

  test("a redirect is not followed", async () => {
    const message = await published(await subscribed());
    receiver.answer = { status: 307, headers: { location: receiver.url } };
    await send(message.id);
    expect(receiver.received).toHaveLength(1);
    expect((await messageOf(message.id))?.essais[0]?.code).toBe(307);
  });

  test("an address that has moved inside since it was saved is not called", async () => {
    const webhookId = await subscribed();
    for (const inside of ["https://169.254.169.254/", "https://10.1.2.3/", "http://93.184.216.34/"]) {
      await world.db.update(webhooks).set({ url: inside }).where(eq(webhooks.id, webhookId));
      const message = await published(webhookId);
      await send(message.id);
      const noted = await messageOf(message.id);
      expect(noted?.essais[0]).toMatchObject({ code: null, erreur: "addressRefused", duree_ms: 0 });
    }
    expect(receiver.received).toEqual([]);
  });
});

describe("an address that stays silent", () => {
  test("is stopped when a message has used up its attempts, and what waits is not sent", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId);
    receiver.answer = { status: 500 };
    for (let made = 0; made <= delays.length; made++) await send(message.id, made);
    expect(receiver.received).toHaveLength(delays.length + 1);
    expect(await messageOf(message.id)).toMatchObject({ statut: "abandonnee", tentatives: 10 });
    expect(await webhookOf(webhookId)).toMatchObject({ actif: false, arretMotif: "echecs", echecs: 10 });
    const waiting = await world.db
      .insert(webhookLivraisons)
      .values({ ...message, id: undefined, messageId: undefined, statut: "en_attente", tentatives: 0 })
      .returning();
    await send(waiting[0]?.id ?? 0);
    expect(await messageOf(waiting[0]?.id ?? 0)).toMatchObject({ statut: "abandonnee" });
    expect(receiver.received).toHaveLength(delays.length + 1);
  });

  test("goes on when another message got through meanwhile", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId);
    receiver.answer = { status: 500 };
    for (let made = 0; made < delays.length; made++) await send(message.id, made);
    receiver.answer = { status: 204 };
    await send((await published(webhookId)).id);
    receiver.answer = { status: 500 };
    await send(message.id, delays.length);
    expect(await messageOf(message.id)).toMatchObject({ statut: "abandonnee" });
    expect(await webhookOf(webhookId)).toMatchObject({ actif: true, arretMotif: null, echecs: 1 });
  });

  test("is stopped at once by 410 Gone", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId);
    receiver.answer = { status: 410 };
    await send(message.id);
    expect(await messageOf(message.id)).toMatchObject({ statut: "abandonnee", tentatives: 1 });
    expect(await webhookOf(webhookId)).toMatchObject({ actif: false, arretMotif: "parti" });
  });
});

describe("secrets", () => {
  test("after a change both sign for 24 h, then the new one alone", async () => {
    const webhookId = await subscribed();
    const former = receiver.secret;
    const { secret } = await rotateWebhook(admin(), { id: webhookId });
    await send((await published(webhookId)).id);
    receiver.secret = secret;
    await send((await published(webhookId)).id);
    expect([receiver.received.length, receiver.refused.length]).toEqual([2, 0]);
    await world.db.update(webhooks).set({ secretPrecedentFin: new Date() }).where(eq(webhooks.id, webhookId));
    await send((await published(webhookId)).id);
    receiver.secret = former;
    await send((await published(webhookId)).id);
    expect([receiver.received.length, receiver.refused.length]).toEqual([3, 1]);
  });

  test("a body that was changed on the way does not verify", async () => {
    const message = await published(await subscribed());
    await send(message.id);
    const [taken] = receiver.received;
    const forged = JSON.stringify({ ...taken?.body, subject: "reservations/13" });
    const headers = taken?.headers as Record<string, string>;
    expect(() => new Webhook(receiver.secret).verify(forged, headers)).toThrow("No matching signature");
  });
});

describe("by hand", () => {
  test("a trial arrives, and a replay arrives under the same id", async () => {
    const webhookId = await subscribed();
    const trial = await testWebhook(admin(), { id: webhookId });
    await send(trial.id);
    await replayLivraison(admin(), { id: webhookId, livraison_id: trial.id });
    await send(trial.id);
    expect(receiver.received.map((one) => [one.id, one.body.type])).toEqual(
      Array(2).fill([trial.message_id, "webhook.test"]),
    );
    expect(receiver.effects).toEqual([trial.message_id]);
    expect((await messageOf(trial.id))?.essais).toHaveLength(2);
  });

  test("the job that a replay overtook does nothing", async () => {
    const webhookId = await subscribed();
    const message = await published(webhookId);
    receiver.answer = { status: 500 };
    await send(message.id);
    await replayLivraison(admin(), { id: webhookId, livraison_id: message.id });
    await send(message.id, 1);
    await send(message.id, 1);
    expect(receiver.received).toHaveLength(2);
    expect(await messageOf(message.id)).toMatchObject({ tentatives: 2, statut: "en_attente" });
  });
});

test("old messages are removed after 90 days", async () => {
  const webhookId = await subscribed();
  const [old, recent] = [await published(webhookId), await published(webhookId)];
  const long = new Date(Date.now() - 91 * 86_400_000);
  await world.db.update(webhookLivraisons).set({ creeLe: long }).where(eq(webhookLivraisons.id, old.id));
  expect(await purgeLivraisons(machine(), {})).toEqual({ supprimees: 1 });
  expect((await messages(webhookId)).map((one) => one.id)).toEqual([recent.id]);
});
