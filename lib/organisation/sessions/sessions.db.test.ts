import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessions } from "@/db/schema/comptes";
import { audit } from "@/db/schema/suivi";
import { accountOfSession, beginSession, sealSession } from "@/lib/delivery/session";
import { guest } from "@/lib/foundation/context";
import { tokenSessionEnded } from "@/lib/foundation/ended-sessions";
import type { Refused } from "@/lib/foundation/errors";
import { noteSession } from "@/lib/foundation/open-sessions";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createToken } from "../create-token";
import { refreshToken } from "../refresh-token";
import { addAccount, GOOD_PASSWORD } from "../testing-account";
import { endOtherSessions } from "./end-other-sessions";
import { endOneSession } from "./end-session";
import { endSessionsOf } from "./end-sessions-of";
import { listSessions } from "./list-sessions";
import { listSessionsOf } from "./list-sessions-of";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  process.env.DATABASE_URL = world.url;
});
afterAll(() => world.close());

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: Refused) => error.code,
  );
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

/** Someone with a browser's session, by its cookie's value. */
async function inBrowser(id: number, ip = "203.0.113.77") {
  const headers = new Headers({ "user-agent": FIREFOX, "x-dihya-adresse": ip });
  const payload = await beginSession({ id, versionJeton: 1, role: "gestionnaire" }, headers);
  return { sid: payload.sid, cookie: await sealSession(payload) };
}

async function withToken(email: string) {
  const ctx = contextFor(world.db, guest, { now: new Date(), agent: "curl/8.5", ip: "2001:db8:1:2::/64" });
  return createToken(ctx, { email, password: GOOD_PASSWORD });
}

const me = (id: number, sid = "") =>
  contextFor(world.db, actor("gestionnaire", { id }), {
    now: new Date(),
    session: { sid, authentifieLe: new Date() },
  });

describe("the list", () => {
  test("shows browsers and tokens, where from roughly, and which one asks; nothing of it stands clear", async () => {
    const user = await addAccount(world.db);
    const browser = await inBrowser(user.id);
    await withToken(user.email);
    const { results } = await listSessions(me(user.id, browser.sid), {});
    expect(results).toHaveLength(2);
    expect(results.find(({ type }) => type === "navigateur")).toMatchObject({
      id: browser.sid,
      appareil: FIREFOX,
      reseau: "203.0.113.x",
      courante: true,
    });
    expect(results.find(({ type }) => type === "jeton")).toMatchObject({
      appareil: "curl/8.5",
      reseau: "2001:db8:1::",
      courante: false,
    });
    const rows = await world.db.select().from(sessions).where(eq(sessions.utilisateurId, user.id));
    expect(JSON.stringify(rows)).not.toMatch(/Firefox|curl|203\.0\.113|2001/);
  });

  test("of someone else is an admin's, and the look is logged", async () => {
    const user = await addAccount(world.db);
    await inBrowser(user.id);
    const boss = contextFor(world.db, actor("admin", { id: 1 }), { now: new Date() });
    expect((await listSessionsOf(boss, { id: user.id })).results).toHaveLength(1);
    expect(await lastLine()).toMatchObject({ action: "session.listOf", objetId: String(user.id) });
    expect(await refusal(listSessionsOf(me(user.id), { id: user.id }))).toBe("forbidden");
  });
});

describe("remote sign-out", () => {
  test("of one browser closes it at once and leaves the others", async () => {
    const user = await addAccount(world.db);
    const [here, there] = [await inBrowser(user.id), await inBrowser(user.id)];
    await endOneSession(me(user.id, here.sid), { id: there.sid });
    expect(await accountOfSession(there.cookie)).toBeNull();
    expect(await accountOfSession(here.cookie)).toMatchObject({ session: { sid: here.sid } });
    expect(await lastLine()).toMatchObject({ action: "session.end", objetId: String(user.id) });
    expect((await listSessions(me(user.id, here.sid), {})).results).toHaveLength(1);
    expect(await refusal(endOneSession(me(user.id, here.sid), { id: there.sid }))).toBe("notFound");
  });

  test("of a program ends its refresh token and, within a minute, its access token", async () => {
    const user = await addAccount(world.db);
    const { refresh_token } = await withToken(user.email);
    const [row] = (await listSessions(me(user.id), {})).results;
    await endOneSession(me(user.id), { id: row?.id });
    const stranger = contextFor(world.db, guest, { now: new Date() });
    expect(await refusal(refreshToken(stranger, { refresh_token }))).toBe("tokenExpired");
    expect(await tokenSessionEnded(world.db, row?.id ?? "")).toBe(true);
  });

  test("of all others keeps the one that asks; two who ask at once both succeed", async () => {
    const user = await addAccount(world.db);
    const here = await inBrowser(user.id);
    const others = [await inBrowser(user.id), await inBrowser(user.id)];
    await withToken(user.email);
    const counts = await Promise.all([1, 2].map(() => endOtherSessions(me(user.id, here.sid), {})));
    expect(counts.reduce((sum, { fermees }) => sum + fermees, 0)).toBe(3);
    for (const { cookie } of others) expect(await accountOfSession(cookie)).toBeNull();
    expect(await accountOfSession(here.cookie)).not.toBeNull();
  });

  test("someone else's session does not exist", async () => {
    const [one, other] = [await addAccount(world.db), await addAccount(world.db)];
    const theirs = await inBrowser(other.id);
    expect(await refusal(endOneSession(me(one.id), { id: theirs.sid }))).toBe("notFound");
    expect(await accountOfSession(theirs.cookie)).not.toBeNull();
  });

  test("of an account by an admin ends everything, listed or not", async () => {
    const user = await addAccount(world.db);
    const { cookie } = await inBrowser(user.id);
    const { refresh_token } = await withToken(user.email);
    const boss = contextFor(world.db, actor("admin", { id: 1 }), { now: new Date() });
    await endSessionsOf(boss, { id: user.id });
    expect(await accountOfSession(cookie)).toBeNull();
    const stranger = contextFor(world.db, guest, { now: new Date() });
    expect(await refusal(refreshToken(stranger, { refresh_token }))).toBe("tokenExpired");
    expect((await listSessions(me(user.id), {})).results).toEqual([]);
    expect(await refusal(endSessionsOf(boss, { id: 2_000_000_000 }))).toBe("notFound");
  });
});

test("an unreadable address is shown as none", async () => {
  const user = await addAccount(world.db);
  const end = new Date(Date.now() + 60_000);
  const row = { utilisateurId: user.id, type: "jeton", expireLe: end, now: new Date() } as const;
  await noteSession(world.db, { ...row, sid: crypto.randomUUID(), ip: "nowhere" });
  await noteSession(world.db, { ...row, sid: crypto.randomUUID() });
  const { results } = await listSessions(me(user.id), {});
  expect(results.map(({ reseau }) => reseau)).toEqual(["", ""]);
});
