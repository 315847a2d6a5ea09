import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { agences, jetonsUtilisateur, utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addAgence } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { accountOf } from "@/lib/foundation/actor";
import { guest, system } from "@/lib/foundation/context";
import type { Refused } from "@/lib/foundation/errors";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { confirmAccount } from "./confirm-account";
import { createFirstAdmin } from "./create-first-admin";
import { createFirstAdminLink } from "./create-first-admin-link";
import { createToken } from "./create-token";
import { createUtilisateur } from "./create-utilisateur";
import { issueOneTime } from "./one-time-token";
import { openSession } from "./open-session";
import { readMoi } from "./read-moi";
import { refreshToken } from "./refresh-token";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";
import { addAccount, GOOD_PASSWORD, mailTo } from "./testing-account";
import { updateMoi } from "./update-moi";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});

const HOUR = 3_600_000;
const OTHER_PASSWORD = "deux corbeaux boivent du lait tiède";
const visitor = (fields = {}) => contextFor(world.db, guest, fields);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refused) => error,
  );
const row = async (id: number) =>
  (
    await opened(
      world.db,
      world.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, id)),
    )
  )[0];
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("account.confirm", () => {
  const invite = (id: number) =>
    world.db.transaction((tx) => issueOneTime(tx, visitor(), "confirmation", id));

  test("confirms once; of two at the same moment one succeeds", async () => {
    const user = await addAccount(world.db, { emailVerifieLe: null });
    const jeton = await invite(user.id);
    const outcomes = await Promise.all([1, 2].map(() => refusal(confirmAccount(visitor(), { jeton }))));
    expect(outcomes.map((one) => one?.code ?? "ok").sort()).toEqual(["ok", "tokenUsed"]);
    expect((await row(user.id))?.emailVerifieLe).toEqual(NOW);
  });

  test("refuses after a day, another secret, and a secret made for something else", async () => {
    const user = await addAccount(world.db, { emailVerifieLe: null });
    const jeton = await invite(user.id);
    const tomorrow = visitor({ now: new Date(NOW.getTime() + 24 * HOUR) });
    expect(await refusal(confirmAccount(tomorrow, { jeton }))).toMatchObject({ code: "tokenExpired" });
    expect(await refusal(confirmAccount(visitor(), { jeton: "x".repeat(43) }))).toMatchObject({
      code: "tokenUsed",
    });
    expect(await refusal(resetPassword(visitor(), { jeton, mot_de_passe: GOOD_PASSWORD }))).toMatchObject({
      code: "tokenUsed",
    });
  });

  test("stores no secret, only its hash", async () => {
    const user = await addAccount(world.db);
    const jeton = await invite(user.id);
    const rows = await world.db.select().from(jetonsUtilisateur);
    expect(JSON.stringify(rows)).not.toContain(jeton);
  });
});

describe("account.requestReset", () => {
  test("answers alike with and without an account, and writes to the owner in their language", async () => {
    const user = await addAccount(world.db, { langue: "ar" });
    const known = await requestReset(visitor(), { email: user.email });
    const unknown = await requestReset(visitor(), { email: "personne@example.test" });
    expect(known).toEqual(unknown);
    const [mail] = await mailTo(world.db, user.email);
    expect(mail).toMatchObject({ gabarit: "reset", langue: "ar", statut: "en_attente" });
    expect(mail?.html).toContain('dir="rtl"');
    expect(mail?.texte).toContain("/ar/mot-de-passe/nouveau?jeton=");
    expect(await mailTo(world.db, "personne@example.test")).toEqual([]);
  });

  test("floods nobody: three an hour to one e-mail, known or not", async () => {
    const user = await addAccount(world.db);
    for (const email of [user.email, "inconnu@example.test"]) {
      for (let i = 0; i < 3; i++) await requestReset(visitor(), { email });
      expect(await refusal(requestReset(visitor(), { email }))).toMatchObject({
        code: "rateLimited",
        status: 429,
      });
    }
    expect(await mailTo(world.db, user.email)).toHaveLength(3);
  });
});

describe("account.resetPassword", () => {
  const ask = async (email: string) => {
    await requestReset(visitor(), { email });
    return (await mailTo(world.db, email))[0]?.jeton ?? "";
  };

  test("sets the password, confirms the e-mail, lifts the lock, ends sessions and tokens, tells the owner", async () => {
    const user = await addAccount(world.db, { emailVerifieLe: NOW });
    const tokens = await createToken(visitor(), { email: user.email, password: GOOD_PASSWORD });
    for (let i = 0; i < 6; i++)
      await refusal(openSession(visitor(), { email: user.email, mot_de_passe: "wrong wrong wrong" }));
    const jeton = await ask(user.email);
    await resetPassword(visitor(), { jeton, mot_de_passe: OTHER_PASSWORD });
    expect(await accountOf(world.db, user.id, 1)).toBeNull();
    expect(await refusal(refreshToken(visitor(), { refresh_token: tokens.refresh_token }))).toMatchObject({
      code: "tokenExpired",
    });
    expect(
      await refusal(openSession(visitor(), { email: user.email, mot_de_passe: GOOD_PASSWORD })),
    ).not.toBeNull();
    const session = await openSession(visitor(), { email: user.email, mot_de_passe: OTHER_PASSWORD });
    expect(session.versionJeton).toBe(2);
    expect((await mailTo(world.db, user.email))[0]?.gabarit).toBe("passwordChanged");
  });

  test("a changed password takes back the links to a new one that were sent before, and no other secret", async () => {
    const user = await addAccount(world.db);
    const sent = await ask(user.email);
    const issue = (usage: "invitation" | "confirmation") =>
      world.db.transaction((tx) => issueOneTime(tx, visitor(), usage, user.id));
    const [invitation, confirmation] = [await issue("invitation"), await issue("confirmation")];
    await updateMoi(contextFor(world.db, actor("gestionnaire", { id: user.id })), {
      mot_de_passe_actuel: GOOD_PASSWORD,
      nouveau_mot_de_passe: OTHER_PASSWORD,
    });
    for (const jeton of [sent, invitation])
      expect(
        await refusal(resetPassword(visitor(), { jeton, mot_de_passe: "trois hiboux lisent au grenier" })),
      ).toMatchObject({ code: "tokenUsed" });
    expect(await refusal(confirmAccount(visitor(), { jeton: confirmation }))).toBeNull();
  });

  test("works once, for an hour, and only the newest link", async () => {
    const user = await addAccount(world.db);
    const first = await ask(user.email);
    const second = await ask(user.email);
    const reset = (jeton: string, now = NOW) =>
      refusal(resetPassword(visitor({ now }), { jeton, mot_de_passe: OTHER_PASSWORD }));
    expect(await reset(first)).toMatchObject({ code: "tokenUsed" });
    expect(await reset(second, new Date(NOW.getTime() + HOUR))).toMatchObject({ code: "tokenExpired" });
    const outcomes = await Promise.all([reset(second), reset(second)]);
    expect(outcomes.map((one) => one?.code ?? "ok").sort()).toEqual(["ok", "tokenUsed"]);
    expect((await row(user.id))?.versionJeton).toBe(2);
  });

  test("refuses a short password on its field and one made of the person's name, and keeps the link", async () => {
    const user = await addAccount(world.db, { prenom: "Zohra", nom: "Benaissa" });
    const jeton = await ask(user.email);
    const reset = (mot_de_passe: string) => refusal(resetPassword(visitor(), { jeton, mot_de_passe }));
    expect((await reset("fourteen-chars"))?.details.errors).toMatchObject([
      { pointer: "/mot_de_passe", code: "tooShort" },
    ]);
    expect(await reset("zohrabenaissa1987")).toMatchObject({ code: "weakPassword" });
    expect(await reset("Correct Cheval 2026!")).toMatchObject({ code: "weakPassword" });
    expect(await reset(OTHER_PASSWORD)).toBeNull();
  });

  test("refuses the organisation's own name", async () => {
    const jeton = await ask((await addAccount(world.db)).email);
    const mot_de_passe = "Tasekka-Anefsu 2026";
    const reset = () => refusal(resetPassword(visitor(), { jeton, mot_de_passe }));
    const { id } = await addAgence(world.db, { nom: "Tasekka Anefsu" });
    expect(await reset()).toMatchObject({ code: "weakPassword" });
    await world.db.update(agences).set({ nom: "Autre" }).where(eq(agences.id, id));
    expect(await reset()).toBeNull();
  });

  test("an invitation lets a new colleague choose a password and sign in", async () => {
    const admin = contextFor(world.db, actor("admin", { id: (await addAccount(world.db)).id }));
    await createUtilisateur(admin, {
      email: "lea@example.test",
      prenom: "Léa",
      nom: "Roux",
      role: "auditeur",
      langue: "en",
    });
    const [mail] = await mailTo(world.db, "lea@example.test");
    expect(mail).toMatchObject({ gabarit: "invitation", langue: "en" });
    await resetPassword(visitor(), { jeton: mail?.jeton, mot_de_passe: OTHER_PASSWORD });
    const session = await openSession(visitor(), { email: "lea@example.test", mot_de_passe: OTHER_PASSWORD });
    expect(session.role).toBe("auditeur");
  });
});

describe("account.createFirstAdmin", () => {
  const person = { email: "chef@example.test", prenom: "Aïda", nom: "Kaci", mot_de_passe: OTHER_PASSWORD };
  const link = () => createFirstAdminLink(contextFor(world.db, system), {});

  test("one link, one admin: a newer link ends the older, a second use and a race are refused", async () => {
    const secret = (lien: string | null) => new URL(lien ?? "").searchParams.get("jeton");
    const old = secret((await link()).lien);
    const jeton = secret((await link()).lien);
    expect(await refusal(createFirstAdmin(visitor(), { ...person, jeton: old }))).toMatchObject({
      code: "tokenUsed",
    });
    const late = visitor({ now: new Date(NOW.getTime() + 24 * HOUR) });
    expect(await refusal(createFirstAdmin(late, { ...person, jeton }))).toMatchObject({
      code: "tokenExpired",
    });
    const outcomes = await Promise.all(
      ["a@example.test", "b@example.test"].map((email) =>
        refusal(createFirstAdmin(visitor(), { ...person, email, jeton })),
      ),
    );
    expect(outcomes.map((one) => one?.code ?? "ok").sort()).toEqual(["ok", "tokenUsed"]);
    const admins = await opened(
      world.db,
      world.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.role, "admin")),
    );
    expect(admins).toHaveLength(1);
    expect(admins[0]?.emailVerifieLe).toEqual(NOW);
  });

  test("no link once there is an admin, and none for anyone but the machine", async () => {
    expect(await link()).toEqual({ lien: null });
    expect(await refusal(createFirstAdminLink(visitor(), {}))).toMatchObject({ code: "unauthenticated" });
  });
});

describe("moi", () => {
  test("read tells role, reach, language and the operations that the policy allows", async () => {
    const user = await addAccount(world.db, { role: "client", langue: "tzm" });
    const who = actor("client", { id: user.id, clientId: 9, agenceIds: [3] });
    const moi = await readMoi(contextFor(world.db, who), {});
    expect(moi).toMatchObject({
      id: user.id,
      role: "client",
      langue: "tzm",
      portee: { agences: [3], client_id: 9 },
    });
    expect(moi.operations).toContain("reservation.create");
    expect(moi.operations).not.toContain("facture.issue");
    expect(JSON.stringify(moi)).not.toContain("argon2");
  });

  test("update changes name and language, never role or e-mail", async () => {
    const user = await addAccount(world.db);
    const me = contextFor(world.db, actor("gestionnaire", { id: user.id }));
    expect(await updateMoi(me, { prenom: "Ines", langue: "en" })).toMatchObject({
      prenom: "Ines",
      langue: "en",
    });
    const line = await lastLine();
    expect(line?.canon).toContain('"fields":["langue","prenom"]');
    for (const field of [{ role: "admin" }, { email: "x@example.test" }, { actif: true }])
      expect(await refusal(updateMoi(me, field))).toMatchObject({ code: "validation" });
    expect((await row(user.id))?.versionJeton).toBe(1);
  });

  test("a new password needs the present one, is judged, and ends every session", async () => {
    const user = await addAccount(world.db);
    const me = contextFor(world.db, actor("gestionnaire", { id: user.id }));
    const change = (mot_de_passe_actuel: string | undefined, nouveau_mot_de_passe: string) =>
      refusal(updateMoi(me, { mot_de_passe_actuel, nouveau_mot_de_passe }));
    for (const actuel of [undefined, "wrong wrong wrong"])
      expect((await change(actuel, OTHER_PASSWORD))?.details.errors).toMatchObject([
        { pointer: "/mot_de_passe_actuel" },
      ]);
    expect(await change(GOOD_PASSWORD, "motdepassemotdepasse")).toMatchObject({ code: "weakPassword" });
    expect(await change(GOOD_PASSWORD, GOOD_PASSWORD)).toMatchObject({ code: "weakPassword" });
    expect(await change(GOOD_PASSWORD, OTHER_PASSWORD)).toBeNull();
    expect(await accountOf(world.db, user.id, 1)).toBeNull();
    expect(await accountOf(world.db, user.id, 2)).not.toBeNull();
  });
});
