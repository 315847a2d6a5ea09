import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesSecours, secondsFacteurs } from "@/db/schema/comptes";
import { parametres } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { accountById } from "@/lib/foundation/actor";
import { guest, type Role } from "@/lib/foundation/context";
import type { Refused } from "@/lib/foundation/errors";
import { forgetParametres } from "@/lib/foundation/read-parametres";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createToken } from "../create-token";
import { listAgences } from "../list-agences";
import { openSession } from "../open-session";
import { readMoi } from "../read-moi";
import { addAccount, GOOD_PASSWORD, mailTo } from "../testing-account";
import { activateSecondFacteur } from "./activate-facteur";
import { prepareFacteur } from "./prepare-facteur";
import { readFacteur } from "./read-facteur";
import { removeFacteur } from "./remove-facteur";
import { renewCodes } from "./renew-codes";
import { resetFacteur } from "./reset-facteur";
import { codeAt } from "./totp";
import { verifyCode } from "./verify-code";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const visitor = (seconds = 0) => contextFor(world.db, guest, { now: later(seconds) });
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refused) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await refusal(work))?.code ?? "ok";
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

/** Someone with an application, enrolled at NOW with the code of that moment. */
async function enrolled(role: Role = "gestionnaire") {
  const user = await addAccount(world.db, { role });
  const me = (seconds = 0) => contextFor(world.db, actor(role, { id: user.id }), { now: later(seconds) });
  const { secret } = await prepareFacteur(me(), {});
  const { codes } = await activateSecondFacteur(me(), { code: codeAt(secret, NOW) });
  const input = (code?: string) => ({
    email: user.email,
    mot_de_passe: GOOD_PASSWORD,
    ...(code && { code }),
  });
  const code = (seconds: number) => codeAt(secret, later(seconds));
  return { user, me, secret, codes, input, code };
}

describe("enrolment", () => {
  test("changes nothing until a code was given; then codes once, e-mail, log, and no secret kept clear", async () => {
    const user = await addAccount(world.db, { langue: "tzm" });
    const me = contextFor(world.db, actor("gestionnaire", { id: user.id }));
    const { secret, adresse } = await prepareFacteur(me, {});
    expect(adresse).toMatch(/^otpauth:\/\/totp\/Dihya/);
    expect(await codeOf(openSession(visitor(), { email: user.email, mot_de_passe: GOOD_PASSWORD }))).toBe(
      "ok",
    );
    expect(await codeOf(activateSecondFacteur(me, { code: "000000" }))).toBe("wrongCode");
    expect(await readFacteur(me, {})).toMatchObject({ actif: false, codes_restants: 0 });
    const { codes } = await activateSecondFacteur(me, { code: codeAt(secret, NOW) });
    expect(new Set(codes).size).toBe(10);
    expect(await readFacteur(me, {})).toMatchObject({ actif: true, codes_restants: 10, obligatoire: false });
    const line = await lastLine();
    expect(line).toMatchObject({ action: "secondFacteur.activate", objetId: String(user.id) });
    expect(await mailTo(world.db, user.email)).toMatchObject([{ gabarit: "secondFactorOn", langue: "tzm" }]);
    const kept = JSON.stringify([
      await world.db.select().from(secondsFacteurs),
      await world.db.select().from(codesSecours),
      await world.db.select().from(audit),
    ]);
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  test("another phone replaces the first only with a code of the first", async () => {
    const { me, input, code } = await enrolled();
    expect(await codeOf(prepareFacteur(me(60), {}))).toBe("secondFactorRequired");
    const { secret } = await prepareFacteur(me(60), { code: code(60) });
    expect(await codeOf(openSession(visitor(120), input(code(120))))).toBe("ok");
    await activateSecondFacteur(me(180), { code: codeAt(secret, later(180)) });
    expect(await codeOf(openSession(visitor(240), input(code(240))))).toBe("wrongCode");
    expect(await codeOf(openSession(visitor(240), input(codeAt(secret, later(240)))))).toBe("ok");
  });
});

describe("sign-in", () => {
  test("asks for a code only of who knows the password, and opens with it in a second step", async () => {
    const { user, input, code } = await enrolled();
    const wrong = { ...input(), mot_de_passe: "wrong wrong wrong" };
    expect(await codeOf(openSession(visitor(60), wrong))).toBe("invalidCredentials");
    const asked = await refusal(openSession(visitor(60), input()));
    expect(asked).toMatchObject({ code: "secondFactorRequired", status: 401 });
    const defi = String(asked?.details.extra?.defi);
    expect(await codeOf(verifyCode(visitor(61), { defi, code: "000000" }))).toBe("wrongCode");
    const opened = await verifyCode(visitor(90), {
      defi,
      code: ` ${code(90).slice(0, 3)} ${code(90).slice(3)}`,
    });
    expect(opened).toMatchObject({ id: user.id, versionJeton: 1 });
    expect((await lastLine())?.canon).toContain('"facteur":"application"');
    expect(await codeOf(verifyCode(visitor(400), { defi, code: code(400) }))).toBe("tokenExpired");
    expect(await codeOf(verifyCode(visitor(90), { defi: `AAAA${defi.slice(4)}`, code: code(120) }))).toBe(
      "tokenExpired",
    );
  });

  test("a code opens once, also when it is sent many times at once, and no earlier one after it", async () => {
    const { input, code } = await enrolled();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => codeOf(openSession(visitor(60), input(code(60))))),
    );
    expect(outcomes.sort()).toEqual(["ok", "wrongCode", "wrongCode", "wrongCode"]);
    expect(await codeOf(openSession(visitor(90), input(code(60))))).toBe("wrongCode");
  });

  test("the code that enrolled does not sign in", async () => {
    const { input, code } = await enrolled();
    expect(await codeOf(openSession(visitor(10), input(code(0))))).toBe("wrongCode");
  });

  test("guesses lock the code as they do the password, and the holder is told", async () => {
    const { user, input, code } = await enrolled();
    for (let i = 0; i < 5; i++)
      expect(await codeOf(openSession(visitor(60), input("000000")))).toBe("wrongCode");
    const locked = await refusal(openSession(visitor(60), input(code(60))));
    expect(locked).toMatchObject({ code: "accountLocked", details: { headers: { "Retry-After": "30" } } });
    const jobs = await world.db.execute(
      `select data->>'objet_id' as id from pgboss.job where data->>'type' = 'compte.verrouille'`,
    );
    expect([...jobs].map((row) => String(row.id))).toContain(String(user.id));
    expect(await codeOf(openSession(visitor(120), input(code(120))))).toBe("ok");
  });

  test("a recovery code opens once and tells its holder; new ones end the old", async () => {
    const { user, me, codes, input, code } = await enrolled();
    const [first = "", second = ""] = codes;
    expect(await codeOf(openSession(visitor(60), input(first.toUpperCase().replaceAll("-", " "))))).toBe(
      "ok",
    );
    expect(await codeOf(openSession(visitor(60), input(first)))).toBe("wrongCode");
    expect((await mailTo(world.db, user.email))[0]).toMatchObject({ gabarit: "recoveryCodeUsed" });
    expect(await readFacteur(me(), {})).toMatchObject({ codes_restants: 9 });
    const renewed = await renewCodes(me(120), { code: code(120) });
    expect(await codeOf(openSession(visitor(180), input(second)))).toBe("wrongCode");
    expect(await codeOf(openSession(visitor(180), input(renewed.codes[0])))).toBe("ok");
  });

  test("someone else's recovery code opens nothing", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    expect(await codeOf(openSession(visitor(60), one.input(other.codes[0])))).toBe("wrongCode");
  });

  test("tokens of the API ask for the code too, and need none without a second factor", async () => {
    const { user, code } = await enrolled();
    const given = { email: user.email, password: GOOD_PASSWORD };
    expect(await codeOf(createToken(visitor(60), given))).toBe("secondFactorRequired");
    expect(await createToken(visitor(60), { ...given, code: code(60) })).toMatchObject({
      role: "gestionnaire",
    });
    const { email } = await addAccount(world.db);
    expect(await codeOf(createToken(visitor(), { email, password: GOOD_PASSWORD }))).toBe("ok");
  });
});

describe("removal", () => {
  test("needs a code, and tells the holder", async () => {
    const { user, me, input, code } = await enrolled("client");
    expect(await codeOf(removeFacteur(me(60), { code: "000000" }))).toBe("wrongCode");
    await removeFacteur(me(60), { code: code(60) });
    expect(await codeOf(openSession(visitor(120), input()))).toBe("ok");
    expect((await mailTo(world.db, user.email))[0]).toMatchObject({ gabarit: "secondFactorOff" });
  });

  test("by an admin ends sessions, tells the person, and is nobody's own way out", async () => {
    const { user, input } = await enrolled();
    const boss = await enrolled("admin");
    expect(await codeOf(resetFacteur(boss.me(), { id: boss.user.id }))).toBe("forbidden");
    expect(await codeOf(resetFacteur(boss.me(), { id: 2_000_000_000 }))).toBe("notFound");
    await resetFacteur(boss.me(), { id: user.id });
    expect(await lastLine()).toMatchObject({ action: "secondFacteur.reset", objetId: String(user.id) });
    expect((await accountById(world.db, user.id))?.versionJeton).toBe(2);
    expect((await mailTo(world.db, user.email))[0]).toMatchObject({ gabarit: "secondFactorReset" });
    expect(await codeOf(openSession(visitor(60), input()))).toBe("ok");
  });
});

describe("where the setting makes it mandatory", () => {
  const mandatory = async (valeur: 0 | 1) => {
    await world.db.delete(parametres).where(eq(parametres.cle, "securite.second_facteur"));
    // Without a value of its own the product says yes.
    if (valeur === 0) await world.db.insert(parametres).values({ cle: "securite.second_facteur", valeur });
    forgetParametres();
  };

  test("staff without one reach enrolment and what a guest sees, and nothing else; others work on", async () => {
    await mandatory(1);
    const staff = await addAccount(world.db, { role: "admin" });
    const client = await addAccount(world.db, { role: "client" });
    const who = async (id: number) => {
      const account = await accountById(world.db, id);
      return contextFor(world.db, account?.actor ?? guest);
    };
    const boss = await who(staff.id);
    expect(await codeOf(resetFacteur(boss, { id: client.id }))).toBe("enrolmentRequired");
    const { results } = await listAgences(boss, {});
    expect(JSON.stringify(results)).not.toContain("iban");
    expect(await readFacteur(boss, {})).toMatchObject({ actif: false, obligatoire: true });
    expect((await who(client.id)).actor.enrolement).toBeUndefined();
    const { secret } = await prepareFacteur(boss, {});
    await activateSecondFacteur(boss, { code: codeAt(secret, NOW) });
    const free = await who(staff.id);
    expect(free.actor.enrolement).toBeUndefined();
    expect((await readMoi(free, {})).id).toBe(staff.id);
    expect(await codeOf(resetFacteur(free, { id: client.id }))).toBe("ok");
    const code = codeAt(secret, later(60));
    expect(await codeOf(removeFacteur({ ...free, now: later(60) }, { code }))).toBe("secondFactorMandatory");
    await mandatory(0);
  });
});
