import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { limites, sessionsFermees, utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { columnsOf, opened } from "@/db/vault/open";
import { guest } from "@/lib/foundation/context";
import { sessionEnded } from "@/lib/foundation/ended-sessions";
import type { Refused } from "@/lib/foundation/errors";
import * as password from "@/lib/foundation/password";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { closeSession } from "./close-session";
import { openSession } from "./open-session";
import { addAccount, GOOD_PASSWORD } from "./testing-account";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});

const visitor = (fields = {}) => contextFor(world.db, guest, fields);
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refused) => error,
  );
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("session.open", () => {
  test("opens with the right password, notes it and writes the log without the e-mail", async () => {
    const user = await addAccount(world.db, { role: "auditeur" });
    const session = await openSession(visitor(), {
      email: user.email.toUpperCase(),
      mot_de_passe: GOOD_PASSWORD,
    });
    expect(session).toMatchObject({ id: user.id, role: "auditeur", versionJeton: 1 });
    const [row] = await opened(
      world.db,
      world.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, user.id)),
    );
    expect(row?.derniereConnexionLe).toEqual(NOW);
    const line = await lastLine();
    expect(line).toMatchObject({ action: "session.open", objetId: String(user.id), resultat: "ok" });
    expect(line?.canon).not.toContain(user.email);
  });

  test("says the same of a wrong password, an unknown e-mail, a disabled account and one without password", async () => {
    const user = await addAccount(world.db);
    const disabled = await addAccount(world.db, { actif: false });
    const without = await addAccount(world.db, { motDePasse: null });
    const cases = [
      { email: user.email, mot_de_passe: "not the password at all" },
      { email: "nobody@example.test", mot_de_passe: GOOD_PASSWORD },
      { email: disabled.email, mot_de_passe: GOOD_PASSWORD },
      { email: without.email, mot_de_passe: GOOD_PASSWORD },
    ];
    const verify = vi.spyOn(password, "verifyPassword");
    for (const input of cases) {
      const refused = await refusal(openSession(visitor(), input));
      expect(refused).toMatchObject({ code: "invalidCredentials", status: 401 });
      // The costly work is done for each, so that time tells nothing.
      expect(verify).toHaveBeenCalledTimes(1);
      verify.mockClear();
      // `objet` is for the log; nothing else may differ from case to case.
      expect({ ...refused?.details, objet: undefined }).toEqual({ objet: undefined });
    }
    expect(await lastLine()).toMatchObject({
      objetType: "utilisateur",
      objetId: String(without.id),
      resultat: "refused",
    });
  });

  test("asks to confirm the e-mail only of someone who knows the password", async () => {
    const user = await addAccount(world.db, { emailVerifieLe: null });
    const wrong = await refusal(
      openSession(visitor(), { email: user.email, mot_de_passe: "wrong wrong wrong" }),
    );
    const right = await refusal(openSession(visitor(), { email: user.email, mot_de_passe: GOOD_PASSWORD }));
    expect([wrong?.code, right?.code]).toEqual(["invalidCredentials", "emailNotConfirmed"]);
  });

  test("locks after five failures, longer each time, alike for an unknown e-mail; then opens again", async () => {
    const user = await addAccount(world.db);
    for (const email of [user.email, "ghost@example.test"]) {
      const attempt = (mot_de_passe: string, seconds = 0) =>
        refusal(openSession(visitor({ now: later(seconds) }), { email, mot_de_passe }));
      for (let i = 0; i < 5; i++)
        expect((await attempt("wrong wrong wrong"))?.code).toBe("invalidCredentials");
      const locked = await attempt(GOOD_PASSWORD);
      expect(locked?.code, email).toBe("accountLocked");
      expect(locked?.details.headers).toEqual({ "Retry-After": "30" });
      expect((await attempt("wrong wrong wrong", 31))?.code).toBe("invalidCredentials");
      expect((await attempt(GOOD_PASSWORD, 32))?.details.headers).toEqual({ "Retry-After": "59" });
      const after = await attempt(GOOD_PASSWORD, 120);
      expect(after?.code ?? "open").toBe(email === user.email ? "open" : "invalidCredentials");
    }
  });

  test("of guesses sent together no more than five are looked at", async () => {
    const user = await addAccount(world.db);
    const guesses = Array.from({ length: 20 }, (_, i) =>
      refusal(openSession(visitor(), { email: user.email, mot_de_passe: `guess number ${i}` })),
    );
    const codes = (await Promise.all(guesses)).map((one) => one?.code);
    expect(codes.filter((code) => code === "invalidCredentials")).toHaveLength(5);
    expect(codes.filter((code) => code === "accountLocked")).toHaveLength(15);
  });

  test("a network address that fails too often must wait, whatever the account; others need not", async () => {
    const user = await addAccount(world.db);
    const ip = "198.51.100.23";
    await refusal(
      openSession(visitor({ ip }), { email: "a@example.test", mot_de_passe: "wrong wrong wrong" }),
    );
    await world.db
      .update(limites)
      .set({ compte: 50 })
      .where(eq(limites.cle, `connexion:ip:${ip}`));
    const input = { email: user.email, mot_de_passe: GOOD_PASSWORD };
    expect(await refusal(openSession(visitor({ ip }), input))).toMatchObject({ code: "rateLimited" });
    expect(await refusal(openSession(visitor({ ip: "198.51.100.24" }), input))).toBeNull();
  });

  test("keeps no e-mail in the counters", async () => {
    const rows = await world.db.select().from(limites);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("example.test");
  });
});

describe("session.close", () => {
  test("ends that session for every process and leaves the others", async () => {
    const user = await addAccount(world.db);
    const sid = crypto.randomUUID();
    await closeSession(contextFor(world.db, actor("gestionnaire", { id: user.id })), { sid });
    expect(await sessionEnded(world.db, sid)).toBe(true);
    expect(await sessionEnded(world.db, crypto.randomUUID())).toBe(false);
    expect(await lastLine()).toMatchObject({ action: "session.close", objetId: String(user.id) });
  });

  test("is known at once to a process that saw the session open a moment before another one closed it", async () => {
    const sid = crypto.randomUUID();
    expect(await sessionEnded(world.db, sid)).toBe(false);
    await world.db.insert(sessionsFermees).values({ sid, expireLe: new Date("2100-01-01") });
    expect(await sessionEnded(world.db, sid)).toBe(true);
  });

  test("is refused to a guest", async () => {
    expect(await refusal(closeSession(visitor(), {}))).toMatchObject({ code: "unauthenticated" });
  });
});
