import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { Generations } from "./generations";
import { currentKek, kek } from "./kek";
import type { Finalite, SujetType } from "./registry";

/*
 * AES-256-GCM under a key per person and purpose, which a key outside the database wraps. Every value is bound to
 * its table, column and row (AAD), every key to its person and purpose, and a wrapped key says by a commitment
 * (HMAC under a second derived key) which key it is, since GCM alone lets one text open under two.
 */
const IV = 12;
const TAG = 16;
const PREFIX = "s1.";
export const WRAPPED = "w1";

export type Sujet = { type: SujetType; id: number; finalite: Finalite };
export type Lieu = { table: string; column: string; row: string };
/** The two keys that one wrapped key gives. */
export type Dek = { encrypt: Buffer; raw: Buffer };

/** Raised when a sealed value or key is not what was written there: altered, moved, or under another key. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

/** Each part behind its length: no two lists of parts give the same bytes. */
function bound(...parts: (string | number)[]): Buffer {
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(String(part))}:${part}`).join(""), "utf8");
}

function encrypt(key: Buffer, text: Buffer, aad: Buffer): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG });
  cipher.setAAD(aad);
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, blob: Buffer, aad: Buffer): Buffer {
  if (blob.length < IV + TAG) throw new SealBroken("too short");
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(blob.subarray(blob.length - TAG));
  try {
    return Buffer.concat([decipher.update(blob.subarray(IV, blob.length - TAG)), decipher.final()]);
  } catch {
    throw new SealBroken("not what was sealed there");
  }
}

const aadOf = ({ table, column, row }: Lieu) => bound("dihya", 1, table, column, row);

/** `s1.` and base64url of nonce, text and tag. An empty text stays empty. */
export function sealValue(dek: Dek, lieu: Lieu, text: string): string {
  if (text === "") return "";
  return PREFIX + encrypt(dek.encrypt, Buffer.from(text, "utf8"), aadOf(lieu)).toString("base64url");
}

/** The text sealed at that place. Throws SealBroken when it was altered, or sealed elsewhere or for another. */
export function openValue(dek: Dek, lieu: Lieu, stored: string): string {
  if (stored === "") return "";
  if (!isSealed(stored)) throw new SealBroken(`${lieu.table}.${lieu.column} of ${lieu.row} stands unsealed`);
  try {
    return decrypt(dek.encrypt, Buffer.from(stored.slice(PREFIX.length), "base64url"), aadOf(lieu)).toString(
      "utf8",
    );
  } catch (error) {
    throw new SealBroken(`${lieu.table}.${lieu.column} of ${lieu.row}: ${(error as Error).message}`);
  }
}

export const isSealed = (stored: string): boolean => stored.startsWith(PREFIX);

const aadOfKey = (sujet: Sujet, name: string) =>
  bound("dihya-key", 1, sujet.type, sujet.id, sujet.finalite, name);

/** Derivation is dear, and the same keys are asked for again and again: kept for some minutes, in memory only. */
const unwrapped = new Generations<Dek>(50_000, 5 * 60_000);

/** A new key for a person and a purpose, wrapped under the key in use. */
export function newDek(sujet: Sujet): string {
  return wrap(sujet, randomBytes(32));
}

/** `w1.<name of the wrapping key>.<wrapped key>.<commitment>`. */
function wrap(sujet: Sujet, raw: Buffer): string {
  const name = currentKek();
  const body = encrypt(kek(name), raw, aadOfKey(sujet, name)).toString("base64url");
  return [WRAPPED, name, body, commitment(raw).toString("base64url")].join(".");
}

/** The key that was wrapped. Throws SealBroken when it is another's, altered, or not the one that was committed to. */
export function unwrapDek(sujet: Sujet, wrapped: string): Dek {
  const known = `${sujet.type}.${sujet.id}.${sujet.finalite}.${wrapped}`;
  return unwrapped.get(known, () => {
    const [scheme, name = "", body = "", committed = ""] = wrapped.split(".");
    if (scheme !== WRAPPED) throw new SealBroken("unknown form of a wrapped key");
    const raw = decrypt(kek(name), Buffer.from(body, "base64url"), aadOfKey(sujet, name));
    const given = Buffer.from(committed, "base64url");
    const expected = commitment(raw);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new SealBroken("a wrapped key breaks its commitment");
    return { raw, encrypt: derive(raw, "encrypt") };
  });
}

/** The same key under the wrapping key in use; null when it is already. */
export function rewrapped(sujet: Sujet, wrapped: string): string | null {
  if (wrapped.split(".")[1] === currentKek()) return null;
  return wrap(sujet, unwrapDek(sujet, wrapped).raw);
}

const derive = (raw: Buffer, use: string) => Buffer.from(hkdfSync("sha256", raw, "", `dihya ${use}`, 32));
const commitment = (raw: Buffer) => createHmac("sha256", derive(raw, "commit")).update("v1").digest();
