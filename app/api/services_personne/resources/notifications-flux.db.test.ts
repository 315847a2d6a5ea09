import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { notifications } from "@/db/schema/suivi";
import { addUtilisateur } from "@/db/testing-data";
import { stopLive } from "@/lib/delivery/live";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import { api } from "../application";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  process.env.DATABASE_URL = world.url;
});
afterEach(async () => {
  await stopLive();
  Reflect.deleteProperty(globalThis, "dihyaLive");
});
afterAll(async () => {
  await closeDatabase();
  await world.close();
});

async function open(userId: number) {
  const token = await signAccessToken(userId, 1, new Date());
  const leaving = new AbortController();
  const answer = await api.request("http://dihya.test/api/services_personne/notifications/flux", {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const seen: string[] = [];
  let text = "";
  /** The next number told, or undefined at the end of the stream. */
  const next = async (): Promise<number | undefined> => {
    for (;;) {
      const found = /event: non_lues\ndata: (\d+)\n\n/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return Number(found[1]);
      }
      const part = await reader?.read();
      if (!part || part.done) return undefined;
      seen.push(part.value);
      text += part.value;
    }
  };
  return { answer, next, leave: () => leaving.abort() };
}

const notify = (utilisateurId: number) =>
  world.db.insert(notifications).values({ utilisateurId, type: "prestation.creee" });

test("tells each account its own number, at once and after every change, without being asked", async () => {
  const [me, other] = [await addUtilisateur(world.db), await addUtilisateur(world.db)];
  await notify(me.id);
  const [mine, theirs] = [await open(me.id), await open(other.id)];
  expect(mine.answer.headers.get("content-type")).toContain("text/event-stream");
  expect([await mine.next(), await theirs.next()]).toEqual([1, 0]);
  await notify(me.id);
  expect(await mine.next()).toBe(2);
  await world.db
    .update(notifications)
    .set({ lueLe: new Date() })
    .where(eq(notifications.utilisateurId, me.id));
  expect(await mine.next()).toBe(0);
  await notify(other.id);
  expect(await theirs.next()).toBe(1);
});

test("a stop ends every stream at once, and refuses new ones", async () => {
  const me = await addUtilisateur(world.db);
  const stream = await open(me.id);
  expect(await stream.next()).toBe(0);
  await stopLive();
  expect(await stream.next()).toBeUndefined();
  expect((await open(me.id)).answer.status).toBe(429);
});

test("listens again after its connection was lost, and tells what was missed", async () => {
  const me = await addUtilisateur(world.db);
  const stream = await open(me.id);
  expect(await stream.next()).toBe(0);
  await notify(me.id);
  expect(await stream.next()).toBe(1);
  await world.db.transaction(async (tx) => {
    await tx.insert(notifications).values({ utilisateurId: me.id, type: "prestation.creee" });
    await tx.execute("set local role none");
    await tx.execute(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dihya-listen' and datname = current_database()",
    );
  });
  expect(await stream.next()).toBe(2);
});

test("is for signed-in people, and leaves nothing behind when a page closes", async () => {
  const guest = await api.request("http://dihya.test/api/services_personne/notifications/flux");
  expect(guest.status).toBe(401);
  const me = await addUtilisateur(world.db);
  for (let i = 0; i < 20; i++) {
    const stream = await open(me.id);
    expect(stream.answer.status).toBe(200);
    expect(await stream.next()).toBe(0);
    stream.leave();
  }
});
