import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { createReadStream, renameSync } from "node:fs";
import { open } from "node:fs/promises";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** What stands readable at the head of an archive; whoever changes it is noticed as well. */
export type Head = {
  version: 1;
  kind: "donnees" | "cles";
  /** Both archives of one backup have the same. */
  id: string;
  creeLe: string;
  /** How many migrations the database had. */
  migrations: number;
  /** Version of the job queue's own tables. */
  file: number;
  /** What was written on the database itself. */
  note: string | null;
};

/** H: a table begins (JSON). R: rows of it, as COPY writes them. F: the end (JSON), which a cut archive lacks. */
export type Part = { kind: "H" | "R" | "F"; bytes: Buffer };

/** An archive that was altered, cut short, or made under another key. */
export class BackupBroken extends Error {}

const MAGIC = "DIHYA-SAUVEGARDE-1";
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** No part is longer: a length beyond it was altered. */
const PART_MAX = 64 * 1024 * 1024;

type Seal = { key: Buffer; bound: Buffer };

/** A key of its own for each archive; every part is bound to the head and to its place. */
function sealOf(key: Buffer, salt: string, head: string): Seal {
  const own = Buffer.from(hkdfSync("sha256", key, Buffer.from(salt, "base64url"), "dihya backup", 32));
  return { key: own, bound: createHash("sha256").update(head).digest() };
}

/** The number of a part: no key serves two archives, so none serves twice. */
function nonceOf(at: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(at, 8);
  return nonce;
}

/** Writes an archive aside, then gives it its name once all of it is on the disk. Returns its size in bytes. */
export async function writeArchive(
  path: string,
  key: Buffer,
  head: Head,
  parts: AsyncIterable<Part>,
): Promise<number> {
  const salt = randomBytes(32).toString("base64url");
  const text = JSON.stringify({ ...head, salt });
  const seal = sealOf(key, salt, text);
  const file = await open(`${path}.part`, "w", 0o600);
  let size = 0;
  try {
    const write = async (bytes: Buffer) => {
      size += bytes.length;
      await file.write(bytes);
    };
    await write(Buffer.from(`${MAGIC}\n${text}\n`));
    let at = 0;
    for await (const part of parts) await write(sealed(part, at++, seal));
    await file.sync();
  } finally {
    await file.close();
  }
  renameSync(`${path}.part`, path);
  return size;
}

function sealed({ kind, bytes }: Part, at: number, { key, bound }: Seal): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(at), { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  const plain = zstdCompressSync(Buffer.concat([Buffer.from(kind), bytes]));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

function openedPart(body: Buffer, at: number, { key, bound }: Seal, path: string): Part {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(at), { authTagLength: TAG_BYTES });
    decipher.setAAD(bound);
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const plain = zstdDecompressSync(
      Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]),
    );
    return { kind: plain.subarray(0, 1).toString() as Part["kind"], bytes: plain.subarray(1) };
  } catch {
    throw new BackupBroken(`${path} was altered, or made under another key (part ${at + 1}).`);
  }
}

/** The head of an archive, not yet believed: `partsOf` is what checks it. */
export async function headOf(path: string): Promise<Head> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return parseHead(buffer.subarray(0, bytesRead), path).head;
  } finally {
    await file.close();
  }
}

function parseHead(
  bytes: Buffer,
  path: string,
): { head: Head & { salt: string }; text: string; end: number } {
  const first = bytes.indexOf(0x0a);
  const second = bytes.indexOf(0x0a, first + 1);
  if (first < 0 || second < 0 || bytes.subarray(0, first).toString() !== MAGIC)
    throw new BackupBroken(`${path} is no backup of Dihya.`);
  const text = bytes.subarray(first + 1, second).toString();
  try {
    return { head: JSON.parse(text), text, end: second + 1 };
  } catch {
    throw new BackupBroken(`${path} was altered (head).`);
  }
}

/** Every part in order. Throws BackupBroken at the first one that is not what was written, and at a missing end. */
export async function* partsOf(path: string, key: Buffer): AsyncGenerator<Part> {
  let kept: Buffer = Buffer.alloc(0);
  let seal: Seal | undefined;
  let at = 0;
  let last: Part["kind"] | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    kept = kept.length > 0 ? Buffer.concat([kept, chunk as Buffer]) : (chunk as Buffer);
    if (!seal) {
      const { head, text, end } = parseHead(kept, path);
      seal = sealOf(key, head.salt, text);
      kept = kept.subarray(end);
    }
    for (let length = nextLength(kept, path); length !== undefined; length = nextLength(kept, path)) {
      const part = openedPart(kept.subarray(LENGTH_BYTES, LENGTH_BYTES + length), at++, seal, path);
      kept = kept.subarray(LENGTH_BYTES + length);
      if (last === "F") throw new BackupBroken(`${path} goes on after its end.`);
      last = part.kind;
      yield part;
    }
  }
  if (last !== "F" || kept.length > 0) throw new BackupBroken(`${path} was cut short.`);
}

/** Length of the next part once all of it is there. */
function nextLength(bytes: Buffer, path: string): number | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const length = bytes.readUInt32BE();
  if (length > PART_MAX || length < TAG_BYTES) throw new BackupBroken(`${path} was altered.`);
  return bytes.length < LENGTH_BYTES + length ? undefined : length;
}
