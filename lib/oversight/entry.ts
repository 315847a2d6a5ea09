import { createHash } from "node:crypto";

const ZERO = "0".repeat(64);
type Entry = { flux: string; seq: number; precedent: string; feuille: string; canon: string };

/** Leaf hash of an entry: SHA-256(0x00 || canonical text), lower-case hexadecimal (RFC 6962). */
export function leafOf(canon: string): string {
  return createHash("sha256")
    .update(Buffer.from([0]))
    .update(canon, "utf8")
    .digest("hex");
}

/**
 * Whether an entry is as it was written: its hash is that of its text, the text names the same stream, number and
 * previous leaf, and the previous entry (undefined for the first) ends in that leaf.
 */
export function isIntact(entry: Entry, before: Pick<Entry, "feuille"> | undefined): boolean {
  if (leafOf(entry.canon) !== entry.feuille) return false;
  const said = JSON.parse(entry.canon) as { stream?: string; seq?: number; prev?: string };
  if (said.stream !== entry.flux || said.seq !== entry.seq || said.prev !== entry.precedent) return false;
  return entry.seq === 1 ? entry.precedent === ZERO && !before : before?.feuille === entry.precedent;
}
