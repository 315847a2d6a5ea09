import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { env } from "../env";

/** How the log signs: its name (the origin of its checkpoints), the key, and the public key as outsiders take it. */
export type LogKey = { origin: string; privateKey: KeyObject; verifierKey: string };
export type Verifier = { origin: string; keyId: Buffer; publicKey: KeyObject };
export type Checkpoint = { size: number; root: Buffer };

const ED25519 = 1;
const RAW_BYTES = 32;
const ID_BYTES = 4;
/** What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

let known: LogKey | undefined;

/** The key that signs the log, from DIHYA_LOG_KEY. Throws when it is missing or no Ed25519 key. */
export function logKey(): LogKey {
  known ??= readLogKey(env().DIHYA_LOG_KEY);
  return known;
}

/** Reads a private JWK. The origin is drawn from the key: it stays when the product moves to another address. */
export function readLogKey(text: string | undefined): LogKey {
  if (!text) throw new Error("DIHYA_LOG_KEY is not set");
  const privateKey = createPrivateKey({ key: JSON.parse(text), format: "jwk" });
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("DIHYA_LOG_KEY is no Ed25519 key");
  const raw = createPublicKey(privateKey).export({ type: "spki", format: "der" }).subarray(-RAW_BYTES);
  const origin = `dihya.audit/${createHash("sha256").update(raw).digest("hex").slice(0, 16)}`;
  const keyed = Buffer.concat([Buffer.from([ED25519]), raw]);
  const verifierKey = `${origin}+${keyIdOf(origin, keyed).toString("hex")}+${keyed.toString("base64")}`;
  return { origin, privateKey, verifierKey };
}

const keyIdOf = (name: string, keyed: Uint8Array): Buffer =>
  createHash("sha256").update(`${name}\n`).update(keyed).digest().subarray(0, ID_BYTES);

/** A signed note's verifier key (C2SP signed-note): `name+hash+key`. Throws when it is not one. */
export function readVerifierKey(text: string): Verifier {
  const [, origin = "", id = "", coded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const keyed = Buffer.from(coded, "base64");
  const keyId = keyIdOf(origin, keyed);
  if (keyed.length !== RAW_BYTES + 1 || keyed[0] !== ED25519 || keyId.toString("hex") !== id)
    throw new Error("not a verifier key");
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, keyed.subarray(1)]),
    format: "der",
    type: "spki",
  });
  return { origin, keyId, publicKey };
}

/** `body` (its lines end in a newline) as a signed note: an empty line, then the signature. */
export function signNote(key: LogKey, body: string): string {
  const { keyId } = readVerifierKey(key.verifierKey);
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(body, "utf8"), key.privateKey)]);
  return `${body}\n— ${key.origin} ${signature.toString("base64")}\n`;
}

/** The body of a note that this log signed; null when no signature of its key holds. */
export function openNote(verifier: Verifier, note: string): string | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) return null;
  const body = note.slice(0, end + 1);
  const start = `— ${verifier.origin} `;
  for (const line of note.slice(end + 2).split("\n")) {
    if (!line.startsWith(start)) continue;
    const bytes = Buffer.from(line.slice(start.length), "base64");
    if (!bytes.subarray(0, ID_BYTES).equals(verifier.keyId)) continue;
    if (verify(null, Buffer.from(body, "utf8"), verifier.publicKey, bytes.subarray(ID_BYTES))) return body;
  }
  return null;
}

/** A checkpoint of the log (C2SP tlog-checkpoint): origin, size, root, signature. */
export const signCheckpoint = (key: LogKey, { size, root }: Checkpoint): string =>
  signNote(key, `${key.origin}\n${size}\n${root.toString("base64")}\n`);

/** What a checkpoint says; null when it is not one that this log signed. */
export function openCheckpoint(verifier: Verifier, note: string): Checkpoint | null {
  const [origin, size = "", root = ""] = openNote(verifier, note)?.split("\n") ?? [];
  if (origin !== verifier.origin || !/^(?:0|[1-9]\d{0,15})$/.test(size)) return null;
  const bytes = Buffer.from(root, "base64");
  return bytes.length === RAW_BYTES ? { size: Number(size), root: bytes } : null;
}
