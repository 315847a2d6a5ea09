import { createHash, randomBytes } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import type { Session } from "./context";
import { env } from "./env";

/** Seconds that an access token of the API lives. */
export const ACCESS_SECONDS = 900;
const ISSUER = "dihya";
const AUDIENCE = "dihya-api";

type Keys = { privateKey: CryptoKey; publicJwk: JWK; kid: string };
let keys: Promise<Keys> | undefined;

async function loadKeys(): Promise<Keys> {
  const jwk = JSON.parse(env().DIHYA_TOKEN_KEY) as JWK;
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = (await importJWK(jwk, "EdDSA")) as CryptoKey;
  const { d: _secret, ...open } = jwk;
  return { privateKey, publicJwk: { ...open, kid, alg: "EdDSA", use: "sig" }, kid };
}

const signingKeys = () => {
  keys ??= loadKeys();
  return keys;
};

/** Public keys for outsiders who verify our tokens (RFC 7517). */
export async function jwks(): Promise<{ keys: JWK[] }> {
  return { keys: [(await signingKeys()).publicJwk] };
}

/**
 * A signed access token (EdDSA) for an account; carries the token version and the session it is of, so that it can be
 * ended early, and when its holder last proved who they are (`auth_time`; now unless told).
 */
export async function signAccessToken(
  utilisateurId: number,
  versionJeton: number,
  now: Date,
  session?: Session,
): Promise<string> {
  const { privateKey, kid } = await signingKeys();
  const issued = Math.floor(now.getTime() / 1000);
  const auth_time = session ? Math.floor(session.authentifieLe.getTime() / 1000) : issued;
  return new SignJWT({ tv: versionJeton, auth_time, ...(session && { sid: session.sid }) })
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(String(utilisateurId))
    .setIssuedAt(issued)
    .setExpirationTime(issued + ACCESS_SECONDS)
    .sign(privateKey);
}

export type AccessClaims = {
  utilisateurId: number;
  versionJeton: number;
  expiresMs: number;
  /** Its `sid` is empty for a token made before there were sessions of tokens. */
  session: Session;
};

const verified = new Map<string, AccessClaims>();

/**
 * The claims of a valid access token, or null. Signature, algorithm, type, issuer, audience and times are checked
 * once; claims are then remembered by the token's hash until it expires (the account itself is re-read every 30 s).
 */
export async function verifyAccessToken(token: string, nowMs = Date.now()): Promise<AccessClaims | null> {
  const hash = createHash("sha256").update(token).digest("base64");
  const known = verified.get(hash);
  if (known) return known.expiresMs > nowMs ? known : null;
  const claims = await check(token, nowMs);
  if (claims) {
    if (verified.size > 10_000) verified.clear();
    verified.set(hash, claims);
  }
  return claims;
}

/** One way to write a token: base64url without padding, in three parts. */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

async function check(token: string, nowMs: number): Promise<AccessClaims | null> {
  if (!compact.test(token)) return null;
  try {
    const { publicJwk } = await signingKeys();
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK(publicJwk, "EdDSA"), {
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ["EdDSA"],
      typ: "at+jwt",
      requiredClaims: ["exp", "sub", "tv"],
      // Neither from the future nor older than we let one live, whatever its own end says.
      maxTokenAge: ACCESS_SECONDS,
      currentDate: new Date(nowMs),
    });
    const utilisateurId = Number(payload.sub);
    const exact = Number.isSafeInteger(utilisateurId) && String(utilisateurId) === payload.sub;
    if (!exact || typeof payload.tv !== "number" || protectedHeader.kid !== publicJwk.kid) return null;
    const authentifieLe = new Date(Number(payload.auth_time ?? payload.iat ?? 0) * 1000);
    const session = { sid: typeof payload.sid === "string" ? payload.sid : "", authentifieLe };
    return { utilisateurId, versionJeton: payload.tv, expiresMs: Number(payload.exp) * 1000, session };
  } catch {
    return null;
  }
}

/** A fresh Ed25519 private key as JWK text, for a test or a new installation. */
export async function newTokenKey(): Promise<string> {
  const { generateKeyPair } = await import("jose");
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  return JSON.stringify(await exportJWK(pair.privateKey));
}

/** A random secret (256 bits) to be sent or shown once, and the SHA-256 (hex) that is stored. */
export function oneTimeSecret(): { secret: string; empreinte: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, empreinte: secretHash(secret) };
}

export const secretHash = (secret: string) => createHash("sha256").update(secret).digest("hex");
