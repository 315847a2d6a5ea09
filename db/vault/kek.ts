import { readFileSync, statSync } from "node:fs";

/** Keys that wrap keys: the one in use, and those before it, by name. 32 bytes each. */
type Ring = { current: string; keys: Map<string, Buffer> };

let ring: Ring | undefined;
let readAt = 0;
let modified = 0;
/** How long a process may go on with what it read, before it looks whether the file changed. */
const BELIEF_MS = 1000;

/**
 * The key of that name. A name that is not known may be that of a rotation under way: the file is read again first.
 * Throws when no such key is there; data sealed under it cannot be read without it.
 */
export function kek(name: string): Buffer {
  const key = load().keys.get(name) ?? load(true).keys.get(name);
  if (!key) throw new Error(`the key ${name} is missing: restore it from your backup of the keys`);
  return key;
}

/** Name of the key in use. */
export const currentKek = (): string => load().current;

/**
 * From the file DIHYA_KEK_FILE (which a rotation changes while processes run), or DIHYA_KEK itself, e.g. as a
 * credential of the service manager. Both hold `{"current":"k1","keys":{"k1":"<32 bytes, base64url>"}}`.
 */
function load(again = false): Ring {
  if (ring && !again && Date.now() - readAt < BELIEF_MS) return ring;
  readAt = Date.now();
  const file = process.env.DIHYA_KEK_FILE;
  if (!file) {
    ring ??= parse(process.env.DIHYA_KEK ?? "", "DIHYA_KEK");
    return ring;
  }
  const changed = statSync(file).mtimeMs;
  if (!ring || again || changed !== modified) ring = parse(readFileSync(file, "utf8"), file);
  modified = changed;
  return ring;
}

function parse(text: string, from: string): Ring {
  if (!text) throw new Error("neither DIHYA_KEK_FILE nor DIHYA_KEK is set: sealed data needs its keys");
  const { current, keys } = JSON.parse(text) as { current: string; keys: Record<string, string> };
  const read = new Map(Object.entries(keys).map(([name, key]) => [name, Buffer.from(key, "base64url")]));
  for (const [name, key] of read) if (key.length !== 32) throw new Error(`${from}: ${name} is not 32 bytes`);
  if (!read.has(current)) throw new Error(`${from}: the current key ${current} is not among its keys`);
  return { current, keys: read };
}
