import { importJWK, type JWK, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { ACCESS_SECONDS, jwks, newTokenKey, signAccessToken, verifyAccessToken } from "./tokens";

let key: JWK;
let kid: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY = await newTokenKey();
  key = JSON.parse(process.env.DIHYA_TOKEN_KEY);
  kid = (await jwks()).keys[0]?.kid ?? "";
});

const now = () => Math.floor(Date.now() / 1000);

/** A token of our own key with one thing changed. */
async function changed(header: Record<string, unknown>, claims: Record<string, unknown>): Promise<string> {
  const right = { iss: "dihya", aud: "dihya-api", sub: "7", tv: 1, iat: now(), exp: now() + ACCESS_SECONDS };
  return new SignJWT({ ...right, ...claims })
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt", ...header })
    .sign(await importJWK(key, "EdDSA"));
}

describe("verifyAccessToken", () => {
  test("takes what signAccessToken made, until it ends", async () => {
    const token = await signAccessToken(7, 1, new Date());
    expect(await verifyAccessToken(token)).toMatchObject({ utilisateurId: 7, versionJeton: 1 });
    expect(await verifyAccessToken(token, Date.now() + ACCESS_SECONDS * 1000)).toBeNull();
    expect(await verifyAccessToken(await changed({}, {}))).toMatchObject({ utilisateurId: 7 });
  });

  test.each([
    ["another key's name", { kid: "other" }, {}],
    ["another kind of token", { typ: "JWT" }, {}],
    ["an issue in the future", {}, { iat: now() + 600, exp: now() + 900 }],
    ["a life longer than ours", {}, { iat: now() - ACCESS_SECONDS - 60, exp: now() + 9999 }],
    ["another issuer", {}, { iss: "evil" }],
    ["another audience", {}, { aud: "dihya-plugin" }],
    ["an account written otherwise", {}, { sub: "07" }],
    ["an account of no number", {}, { sub: "admin" }],
    ["a version of no number", {}, { tv: "1" }],
  ])("refuses %s, although our own key signed it", async (_, header, claims) => {
    expect(await verifyAccessToken(await changed(header, claims))).toBeNull();
  });

  test("refuses a token written in another way than it was made", async () => {
    const token = await signAccessToken(7, 1, new Date());
    for (const other of [
      `${token}==`,
      `${token}.`,
      ` ${token}`,
      token.replace(".", ".."),
      token.slice(0, -1),
    ])
      expect(await verifyAccessToken(other), other.slice(-8)).toBeNull();
  });
});
