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
  const said = textOf<{ stream?: string; seq?: number; prev?: string }>(entry.canon);
  if (said.stream !== entry.flux || said.seq !== entry.seq || said.prev !== entry.precedent) return false;
  return entry.seq === 1 ? entry.precedent === ZERO && !before : before?.feuille === entry.precedent;
}

/** The hashed text read; one that somebody made no JSON any more says nothing. */
export function textOf<T>(canon: string): Partial<T> {
  try {
    return JSON.parse(canon) as T;
  } catch {
    return {};
  }
}

type Columns = {
  canon: string;
  horodatage: string;
  acteurId: number | null;
  role: string;
  action: string;
  objetType: string;
  objetId: string;
  resultat: string;
};
type Said = {
  act?: string;
  actor?: { id?: number | null; role?: string };
  res?: { t?: string; id?: string };
  data?: { refused?: boolean };
  ts?: string;
};

/** Whether the columns, by which entries are found and shown, say what the hashed text says. */
export function saysTheSame(row: Columns): boolean {
  const said = textOf<Said>(row.canon);
  return (
    said.act === row.action &&
    (said.actor?.id ?? null) === row.acteurId &&
    said.actor?.role === row.role &&
    said.res?.t === row.objetType &&
    said.res?.id === row.objetId &&
    said.data?.refused === (row.resultat === "refused" ? true : undefined) &&
    Date.parse(said.ts ?? "") === new Date(row.horodatage).getTime()
  );
}
