import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eq, inArray, sql } from "drizzle-orm";
import { build } from "esbuild";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { webhookLivraisons } from "@/db/schema/interop";
import { addUtilisateur } from "@/db/testing-data";
import { publishEvent } from "@/lib/foundation/evenement";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { serverBundle } from "@/scripts/build.ts";
import { createWebhook } from "./create-webhook";
import { Receiver } from "./testing";

process.env.DIHYA_WEBHOOK_NETWORKS = "127.0.0.0/8";

let world: TestWorld;
let receiver: Receiver;
let folder: string;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  world = await testWorld();
  receiver = await Receiver.open();
  // Below the repository, so that the program finds its packages.
  mkdirSync(".dihya", { recursive: true });
  folder = mkdtempSync(join(process.cwd(), ".dihya", "killed-worker-"));
  await build(serverBundle(["worker"], folder));
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

/** A worker as `npm run worker` starts it, in a process of its own. */
async function startWorker(): Promise<ChildProcess> {
  const worker = fork(join(folder, "worker.mjs"), { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  workers.push(worker);
  await once(worker, "message");
  return worker;
}

/** An hour passes for the jobs in hand, and the queue notices whose worker is gone. */
async function noticeTheDead(): Promise<void> {
  const owner = postgres(world.url, { max: 1, onnotice: () => {} });
  await owner`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`;
  await owner.end();
  const boss = new PgBoss({
    connectionString: world.url,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.supervise("livraison.send");
  await boss.stop({ graceful: false });
}

test("a receiver that takes its time keeps no other waiting", async () => {
  const [slow, quick] = [await Receiver.open(), await Receiver.open()];
  const admin = actor("admin", { id: (await addUtilisateur(world.db, { role: "admin" })).id });
  const ctx = contextFor(world.db, admin, { now: new Date() });
  const ids: number[] = [];
  for (const one of [slow, quick]) {
    const made = await createWebhook(ctx, { nom: "CRM", url: one.url, evenements: ["reservation.refusee"] });
    one.secret = made.secret;
    ids.push(made.id);
  }
  const arrived = new Promise<void>((resolve) => {
    quick.beforeAnswer = () => resolve();
  });
  slow.beforeAnswer = () => arrived;
  await world.db.transaction((tx) => publishEvent(tx, ctx, { type: "reservation.refusee", objetId: 5 }));
  const worker = await startWorker();
  const messages = () =>
    world.db.select().from(webhookLivraisons).where(inArray(webhookLivraisons.webhookId, ids));
  await expect
    .poll(async () => (await messages()).map(({ statut, tentatives }) => `${statut} ${tentatives}`), {
      timeout: 20_000,
    })
    .toEqual(["livree 1", "livree 1"]);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  for (const one of [slow, quick]) one.close();
});

test("a worker killed between sending and noting: sent again under the same id, its effect happens once", async () => {
  const admin = actor("admin", { id: (await addUtilisateur(world.db, { role: "admin" })).id });
  const ctx = contextFor(world.db, admin, { now: new Date() });
  const made = await createWebhook(ctx, { nom: "CRM", url: receiver.url, evenements: ["facture.emise"] });
  receiver.secret = made.secret;
  await world.db.transaction((tx) => publishEvent(tx, ctx, { type: "facture.emise", objetId: 5 }));
  const messages = () =>
    world.db.select().from(webhookLivraisons).where(eq(webhookLivraisons.webhookId, made.id));

  const first = await startWorker();
  await new Promise<void>((resolve) => {
    receiver.beforeAnswer = async () => {
      // The message has arrived and taken effect; its sender dies before it learns so.
      first.kill("SIGKILL");
      await once(first, "exit");
      resolve();
    };
  });
  expect(receiver.effects).toHaveLength(1);
  expect((await messages())[0]).toMatchObject({ statut: "en_attente", tentatives: 0, essais: [] });

  const again = new Promise<void>((resolve) => {
    receiver.beforeAnswer = () => resolve();
  });
  await noticeTheDead();
  const second = await startWorker();
  await again;
  second.kill("SIGTERM");
  await once(second, "exit");

  const [message] = await messages();
  expect(message).toMatchObject({ statut: "livree", tentatives: 1 });
  const id = `msg_${message?.messageId}`;
  expect(receiver.received.map((one) => one.id)).toEqual([id, id]);
  expect(receiver.effects).toEqual([id]);
  expect(receiver.refused).toEqual([]);
  const left = await world.db.execute(
    sql`select state from pgboss.job where name = 'livraison.send' and state in ('created', 'active', 'retry')`,
  );
  expect(left).toHaveLength(0);
});
