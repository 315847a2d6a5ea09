import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parametres } from "@/db/schema/organisation";
import { addAgence, addClient } from "@/db/testing-data";
import { exporting } from "@/lib/delivery/list-export";
import type { Context } from "@/lib/foundation/context";
import type { Refused } from "@/lib/foundation/errors";
import { forgetParametres } from "@/lib/foundation/read-parametres";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { verifyAccessToken } from "@/lib/foundation/tokens";
import { listIncidents } from "@/lib/incidents/list-incidents";
import { reportIncident } from "@/lib/incidents/report-incident";
import { exportProof } from "@/lib/oversight/export-proof";
import { startConservation } from "@/lib/rgpd/conservation/start-conservation";
import { exportDemandes } from "@/lib/rgpd/export-demandes";
import { exportIntervenant } from "@/lib/rgpd/export-intervenant";
import { listEffacements } from "@/lib/rgpd/ledger/list-effacements";
import { confirmIdentity } from "./confirm-identity";
import { createToken } from "./create-token";
import { listAgences } from "./list-agences";
import { listUtilisateurs } from "./list-utilisateurs";
import { refreshToken } from "./refresh-token";
import { activateSecondFacteur } from "./second-facteur/activate-facteur";
import { prepareFacteur } from "./second-facteur/prepare-facteur";
import { codeAt } from "./second-facteur/totp";
import { addAccount, GOOD_PASSWORD } from "./testing-account";
import { updateParametre } from "./update-parametre";
import { updateUtilisateur } from "./update-utilisateur";

let world: TestWorld;
let boss: Awaited<ReturnType<typeof addAccount>>;
let other: number;
beforeAll(async () => {
  world = await testWorld();
  boss = await addAccount(world.db, { role: "admin" });
  other = (await addAccount(world.db, { role: "auditeur" })).id;
  await addClient(world.db, (await addAgence(world.db)).id);
});
afterAll(() => world.close());

const MINUTE = 60_000;
/** The admin, who gave their password so many minutes ago. */
const admin = (minutes: number, fields: Partial<Context> = {}) =>
  contextFor(world.db, actor("admin", { id: boss.id }), {
    session: { sid: "essai", authentifieLe: new Date(NOW.getTime() - minutes * MINUTE) },
    ...fields,
  });
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refused) => error,
  );
const change = (ctx: Context) => refusal(updateUtilisateur(ctx, { id: other, langue: "en" }));

describe("a change of someone's rights", () => {
  test("asks for a password given within ten minutes, and says to a program what to do", async () => {
    expect(await change(admin(10))).toBeNull();
    const refused = await change(admin(11));
    expect(refused).toMatchObject({ code: "reauthenticate", status: 401 });
    expect(refused?.details.headers?.["WWW-Authenticate"]).toContain('max_age="600"');
    expect(await change(admin(0, { session: undefined }))).toMatchObject({ code: "reauthenticate" });
  });

  test("asks nothing more of a partner key, which has no one to ask", async () => {
    const key = actor("admin", {
      id: boss.id,
      type: "key",
      cle: { id: 1, portees: ["utilisateur:write"] as never },
    });
    expect(await change({ ...admin(0, { session: undefined }), actor: key })).toBeNull();
  });

  test("comes before anything is changed, and never hides who may not", async () => {
    const auditeur = { ...admin(60), actor: actor("auditeur", { id: other }) };
    expect(await change(auditeur)).toMatchObject({ code: "forbidden" });
  });
});

describe("a file of personal data", () => {
  test("asks for a recent proof where a list of people leaves, and not for a list of agencies", async () => {
    expect(await refusal(exporting(listUtilisateurs)(admin(60), {}))).toMatchObject({
      code: "reauthenticate",
    });
    expect(await refusal(exporting(listUtilisateurs)(admin(0), {}))).toBeNull();
    expect(await refusal(exporting(listAgences)(admin(60), {}))).toBeNull();
    // The list itself, page by page, is everyday work.
    expect(await refusal(listUtilisateurs(admin(60), {}))).toBeNull();
  });
});

describe("what came later", () => {
  const none = 2_000_000_000;
  test.each([
    ["the copy of an intervenant's data", (ctx: Context) => exportIntervenant(ctx, { id: none })],
    ["the report of an incident", (ctx: Context) => reportIncident(ctx, { id: none })],
    ["the register of requests", (ctx: Context) => exportDemandes(ctx, {})],
    ["the proof of the log", (ctx: Context) => exportProof(ctx, {})],
    ["a run that erases what is due", (ctx: Context) => startConservation(ctx, {})],
    [
      "a shorter retention",
      (ctx: Context) => updateParametre(ctx, { cle: "conservation.courriels", valeur: 30 }),
    ],
    ["the list of incidents as a file", (ctx: Context) => exporting(listIncidents)(ctx, {})],
    ["the register of erasures as a file", (ctx: Context) => exporting(listEffacements)(ctx, {})],
  ])("%s asks for a recent proof too", async (_what, work) => {
    expect(await refusal(work(admin(60)))).toMatchObject({ code: "reauthenticate" });
    expect((await refusal(work(admin(0))))?.code).not.toBe("reauthenticate");
  });
});

describe("the setting", () => {
  test("is itself changed only with a recent proof; 0 asks for none", async () => {
    const input = { cle: "securite.confirmation", valeur: 0 };
    expect(await refusal(updateParametre(admin(60), input))).toMatchObject({ code: "reauthenticate" });
    expect(await refusal(updateParametre(admin(60), { cle: "alerte.retard", valeur: 20 }))).toBeNull();
    await updateParametre(admin(0), input);
    expect(await change(admin(600))).toBeNull();
    await world.db.delete(parametres);
    forgetParametres();
    expect(await change(admin(11))).toMatchObject({ code: "reauthenticate" });
  });
});

describe("proof", () => {
  test("is the password, counted as at sign-in; the door notes the moment", async () => {
    expect(await confirmIdentity(admin(60), { mot_de_passe: GOOD_PASSWORD })).toEqual({ le: NOW });
    for (let i = 0; i < 5; i++) {
      const wrong = await refusal(confirmIdentity(admin(60), { mot_de_passe: "wrong wrong wrong" }));
      expect(wrong?.details.errors).toMatchObject([{ pointer: "/mot_de_passe", code: "invalidCredentials" }]);
    }
    expect(await refusal(confirmIdentity(admin(60), { mot_de_passe: GOOD_PASSWORD }))).toMatchObject({
      code: "accountLocked",
    });
  });

  test("is the password and a code of who has a second factor; neither alone, and each code once", async () => {
    const user = await addAccount(world.db, { role: "admin" });
    const me = (minutes: number) => ({ ...admin(minutes), actor: actor("admin", { id: user.id }) });
    expect((await refusal(updateUtilisateur(me(11), { id: other })))?.details.extra).toEqual({
      second_facteur: false,
    });
    const { secret } = await prepareFacteur(me(0), {});
    await activateSecondFacteur(me(0), { code: codeAt(secret, NOW) });
    expect((await refusal(updateUtilisateur(me(11), { id: other })))?.details.extra).toEqual({
      second_facteur: true,
    });
    const soon = { ...me(60), now: new Date(NOW.getTime() + MINUTE) };
    const given = { mot_de_passe: GOOD_PASSWORD, code: codeAt(secret, soon.now) };
    const prove = (input: Record<string, unknown>) => refusal(confirmIdentity(soon, input));
    expect(await prove({ mot_de_passe: GOOD_PASSWORD })).toMatchObject({ code: "secondFactorRequired" });
    expect(await prove({ ...given, code: "000000" })).toMatchObject({ code: "wrongCode" });
    expect(await prove({ ...given, mot_de_passe: "wrong wrong wrong" })).toMatchObject({
      code: "validation",
    });
    expect(await prove({ code: given.code })).toMatchObject({ code: "validation" });
    expect(await confirmIdentity(soon, given)).toEqual({ le: soon.now });
    expect(await prove(given)).toMatchObject({ code: "wrongCode" });
  });

  test("of a token is the moment of the password, however often it was renewed", async () => {
    const user = await addAccount(world.db);
    const start = new Date();
    const stranger = contextFor(world.db, actor("guest"), { now: start });
    const first = await createToken(stranger, { email: user.email, password: GOOD_PASSWORD });
    const soon = { ...stranger, now: new Date(start.getTime() + 12 * MINUTE) };
    const second = await refreshToken(soon, { refresh_token: first.refresh_token });
    const claims = await verifyAccessToken(second.access_token, soon.now.getTime());
    expect(Math.abs((claims?.session.authentifieLe.getTime() ?? 0) - start.getTime())).toBeLessThan(1000);
    const old = { ...admin(0), now: soon.now, session: claims?.session };
    expect(await change(old)).toMatchObject({ code: "reauthenticate" });
  });
});
