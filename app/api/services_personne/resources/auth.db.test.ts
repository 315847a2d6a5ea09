import { eq } from "drizzle-orm";
import { exportSPKI, generateKeyPair, importJWK, SignJWT } from "jose";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { jetonsRafraichissement, utilisateurs } from "@/db/schema/organisation";
import { newSession, sealSession, sessionCookieName } from "@/lib/delivery/session";
import { endSession } from "@/lib/foundation/ended-sessions";
import { env } from "@/lib/foundation/env";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { jwks, signAccessToken } from "@/lib/foundation/tokens";
import { addAccount, GOOD_PASSWORD } from "@/lib/organisation/testing-account";
import { api } from "../application";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});

const base = "/api/services_personne";
const call = (
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
) =>
  api.request(`${base}${path}`, {
    method,
    headers: { "content-type": "application/json", ...options.headers },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
const grant = (body: unknown) => call("POST", "/auth/token/", { body });
const moi = (token: string) => call("GET", "/moi/", { headers: { authorization: `Bearer ${token}` } });
const bySession = (cookie: string, method = "GET") =>
  call(method, "/moi/", {
    headers: { cookie: `${sessionCookieName()}=${cookie}` },
    body: method === "GET" ? undefined : {},
  });
const afterAMinute = () => vi.setSystemTime(Date.now() + 60_000);

describe("POST /auth/token/", () => {
  test("gives a bearer token that opens /moi/, with or without the final slash", async () => {
    const user = await addAccount(world.db, { role: "auditeur" });
    for (const path of ["/auth/token/", "/auth/token"]) {
      const answer = await call("POST", path, { body: { email: user.email, password: GOOD_PASSWORD } });
      expect(answer.status).toBe(200);
      const tokens = await answer.json();
      expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 900, role: "auditeur" });
      expect(await (await moi(tokens.access_token)).json()).toMatchObject({ id: user.id, role: "auditeur" });
    }
  });

  test("answers 401 alike for a wrong password and an unknown e-mail", async () => {
    const user = await addAccount(world.db);
    const answers = await Promise.all(
      [user.email, "nobody@example.test"].map(async (email) => {
        const answer = await grant({ email, password: "wrong wrong wrong" });
        const { request_id: _id, ...problem } = await answer.json();
        return { status: answer.status, challenge: answer.headers.get("www-authenticate"), problem };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      status: 401,
      challenge: 'Bearer realm="dihya"',
      problem: { code: "invalidCredentials" },
    });
  });

  test("rotates; an old refresh token that comes back ends the whole family", async () => {
    const user = await addAccount(world.db);
    const first = await (await grant({ email: user.email, password: GOOD_PASSWORD })).json();
    const second = await (await grant({ refresh_token: first.refresh_token })).json();
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await moi(second.access_token)).status).toBe(200);
    const reused = await grant({ refresh_token: first.refresh_token });
    expect([reused.status, (await reused.json()).code]).toEqual([401, "tokenExpired"]);
    expect((await grant({ refresh_token: second.refresh_token })).status).toBe(401);
  });

  test("of two rotations of one token at the same moment one succeeds, and the family dies", async () => {
    const user = await addAccount(world.db);
    const { refresh_token } = await (await grant({ email: user.email, password: GOOD_PASSWORD })).json();
    const answers = await Promise.all([grant({ refresh_token }), grant({ refresh_token })]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 401]);
    const won = await answers.find((one) => one.status === 200)?.json();
    expect((await grant({ refresh_token: won.refresh_token })).status).toBe(401);
  });

  test("stores no secret, and lets a family end with the session it stands for", async () => {
    const user = await addAccount(world.db, { role: "admin" });
    const { refresh_token } = await (await grant({ email: user.email, password: GOOD_PASSWORD })).json();
    const [row] = await world.db
      .select()
      .from(jetonsRafraichissement)
      .where(eq(jetonsRafraichissement.utilisateurId, user.id));
    expect(JSON.stringify(row)).not.toContain(refresh_token);
    expect(((row?.expireLe.getTime() ?? 0) - Date.now()) / 3_600_000).toBeCloseTo(12, 1);
    await world.db
      .update(jetonsRafraichissement)
      .set({ expireLe: new Date(Date.now() - 1) })
      .where(eq(jetonsRafraichissement.id, row?.id ?? 0));
    expect((await grant({ refresh_token })).status).toBe(401);
  });

  test("refuses unknown members, an empty body, and a refresh token of a disabled account", async () => {
    const user = await addAccount(world.db);
    const { refresh_token } = await (await grant({ email: user.email, password: GOOD_PASSWORD })).json();
    await world.db.update(utilisateurs).set({ actif: false }).where(eq(utilisateurs.id, user.id));
    expect((await grant({ refresh_token })).status).toBe(401);
    expect((await grant({ email: user.email, password: GOOD_PASSWORD, role: "admin" })).status).toBe(422);
    expect((await grant({})).status).toBe(422);
  });
});

describe("POST /auth/revocation/", () => {
  test("ends the family with 204, and answers the same for a token it does not know", async () => {
    const user = await addAccount(world.db);
    const { refresh_token } = await (await grant({ email: user.email, password: GOOD_PASSWORD })).json();
    for (const token of [refresh_token, refresh_token, "unknown"])
      expect((await call("POST", "/auth/revocation/", { body: { refresh_token: token } })).status).toBe(204);
    expect((await grant({ refresh_token })).status).toBe(401);
  });
});

describe("GET /auth/jwks/", () => {
  test("publishes the public half only", async () => {
    const { keys } = await (await call("GET", "/auth/jwks/")).json();
    expect(keys).toMatchObject([{ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig" }]);
    expect(keys[0]).not.toHaveProperty("d");
  });
});

describe("hostile access tokens", () => {
  const now = () => Math.floor(Date.now() / 1000);
  const claims = (sub: number) =>
    new SignJWT({ tv: 1 })
      .setIssuer("dihya")
      .setAudience("dihya-api")
      .setSubject(String(sub))
      .setIssuedAt(now())
      .setExpirationTime(now() + 900);

  test("are refused: none, HS256 with the public key, another key, issuer, audience, type, times, garbage", async () => {
    const { id } = await addAccount(world.db);
    const jwk = (await jwks()).keys[0] ?? {};
    const ours = await importJWK(JSON.parse(env().DIHYA_TOKEN_KEY), "EdDSA");
    const spki = await exportSPKI((await importJWK(jwk, "EdDSA")) as CryptoKey);
    const other = await generateKeyPair("EdDSA", { crv: "Ed25519" });
    const header = { alg: "EdDSA", kid: jwk.kid, typ: "at+jwt" };
    const hs = { alg: "HS256", kid: jwk.kid, typ: "at+jwt" };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const payload = { iss: "dihya", aud: "dihya-api", sub: String(id), tv: 1, exp: now() + 900 };
    const hostile = {
      none: `${part({ alg: "none", typ: "at+jwt" })}.${part(payload)}.`,
      hsWithSpki: await claims(id).setProtectedHeader(hs).sign(new TextEncoder().encode(spki)),
      hsWithX: await claims(id)
        .setProtectedHeader(hs)
        .sign(Buffer.from(String(jwk.x), "base64url")),
      otherKey: await claims(id).setProtectedHeader(header).sign(other.privateKey),
      issuer: await claims(id).setIssuer("else").setProtectedHeader(header).sign(ours),
      audience: await claims(id).setAudience("else").setProtectedHeader(header).sign(ours),
      type: await claims(id)
        .setProtectedHeader({ ...header, typ: "JWT" })
        .sign(ours),
      expired: await claims(id)
        .setExpirationTime(now() - 1)
        .setProtectedHeader(header)
        .sign(ours),
      future: await claims(id)
        .setNotBefore(now() + 600)
        .setProtectedHeader(header)
        .sign(ours),
      noExpiry: await new SignJWT({ tv: 1 })
        .setIssuer("dihya")
        .setAudience("dihya-api")
        .setSubject(String(id))
        .setProtectedHeader(header)
        .sign(ours),
      version: await new SignJWT({ tv: 2 })
        .setIssuer("dihya")
        .setAudience("dihya-api")
        .setSubject(String(id))
        .setExpirationTime(now() + 900)
        .setProtectedHeader(header)
        .sign(ours),
      nobody: await claims(999_999).setProtectedHeader(header).sign(ours),
      session: await sealSession(newSession({ id, versionJeton: 1, role: "gestionnaire" })),
      garbage: "a.b.c",
    };
    for (const [name, token] of Object.entries(hostile)) {
      const answer = await moi(token);
      expect([name, answer.status, answer.headers.get("www-authenticate")]).toEqual([
        name,
        401,
        expect.stringContaining("Bearer"),
      ]);
    }
    expect((await moi(await signAccessToken(id, 1, new Date()))).status).toBe(200);
  });

  test("an Authorization header of another kind is refused, not ignored", async () => {
    for (const authorization of ["Basic YTpi", "Bearer", "bearer  ", ""]) {
      expect((await call("GET", "/activites/", { headers: { authorization } })).status).toBe(401);
    }
  });
});

describe("an account that changes", () => {
  test("a disabled one is out of token and session within 60 s, and a changed role counts", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const user = await addAccount(world.db, { role: "admin" });
    const token = await signAccessToken(user.id, 1, new Date());
    const cookie = await sealSession(newSession({ id: user.id, versionJeton: 1, role: "admin" }));
    expect([(await moi(token)).status, (await bySession(cookie)).status]).toEqual([200, 200]);
    await world.db.update(utilisateurs).set({ role: "auditeur" }).where(eq(utilisateurs.id, user.id));
    afterAMinute();
    expect(await (await moi(token)).json()).toMatchObject({ role: "auditeur" });
    await world.db.update(utilisateurs).set({ actif: false }).where(eq(utilisateurs.id, user.id));
    afterAMinute();
    expect([(await moi(token)).status, (await bySession(cookie)).status]).toEqual([401, 401]);
    vi.useRealTimers();
  });
});

describe("session cookies", () => {
  test("authorise reads, never a write", async () => {
    const user = await addAccount(world.db);
    const cookie = await sealSession(newSession({ id: user.id, versionJeton: 1, role: "gestionnaire" }));
    expect((await bySession(cookie)).status).toBe(200);
    expect((await bySession(cookie, "PATCH")).status).toBe(401);
  });

  test("are refused when forged, damaged, too old for the role, or closed", async () => {
    const user = await addAccount(world.db);
    const session = newSession({ id: user.id, versionJeton: 1, role: "gestionnaire" });
    const secret = "another-secret-another-secret-another";
    const half = newSession(
      { id: user.id, versionJeton: 1, role: "gestionnaire" },
      Date.now() - 12 * 3_600_000 - 1000,
    );
    const sealed = await sealSession(session);
    const forged = [
      await encode({ token: session, secret }),
      await encode({ token: { sub: session.sub }, secret: env().NEXTAUTH_SECRET }),
      await encode({ token: half, secret: env().NEXTAUTH_SECRET }),
      `${sealed.slice(0, -4)}AAAA`,
      await signAccessToken(user.id, 1, new Date()),
      "%E0%A4%A",
    ];
    for (const cookie of forged) expect((await bySession(cookie)).status).toBe(401);
    await world.db.transaction((tx) => endSession(tx, session.sid, new Date(Date.now() + 1000), new Date()));
    expect((await bySession(sealed)).status).toBe(401);
  });
});
