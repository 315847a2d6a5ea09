import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { motifsEffacement, sujetsEffaces } from "@/db/states";
import type { EffacementRow } from "./ledger-store";

const line = z.object({
  v: z.literal(1),
  uid: z.uuid(),
  sujet: z.enum(sujetsEffaces),
  id: z.number().int().positive(),
  cree_le: z.iso.datetime(),
  efface_le: z.iso.datetime(),
  motif: z.enum(motifsEffacement),
  demande_id: z.number().int().nullable(),
});

/** The ledger outside the database, in the folder of the installation; undefined where no folder was named. */
export function ledgerPath(): string | undefined {
  const home = process.env.DIHYA_HOME;
  return home ? join(home, "effacements.ndjson") : undefined;
}

/**
 * What the file says. A last line that was cut off while it was written is left out: the next writing adds it again.
 * Throws, naming the line, when another one cannot be read: silently skipping it could bring somebody back.
 */
export function readLedger(path: string): EffacementRow[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  const isWhole = lines.at(-1) === "";
  const kept = lines.map((text, index) => ({ text, number: index + 1 })).filter(({ text }) => text !== "");
  return kept.flatMap(({ text, number }, index) => {
    const parsed = line.safeParse(tolerant(text));
    if (parsed.success) return [rowOf(parsed.data)];
    if (!isWhole && index === kept.length - 1) return [];
    throw new Error(`${path}: line ${number} cannot be read`);
  });
}

/** Adds lines at the end, on the disk before this returns. */
export function appendLedger(path: string, rows: readonly EffacementRow[]): void {
  if (rows.length === 0) return;
  dropTornLine(path);
  const file = openSync(path, "a", 0o600);
  try {
    writeSync(file, rows.map((row) => `${JSON.stringify(lineOf(row))}\n`).join(""));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Takes off a line that was cut off while it was written. */
function dropTornLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
}

const lineOf = (row: EffacementRow): z.output<typeof line> => ({
  v: 1,
  uid: row.uid,
  sujet: row.sujetType,
  id: row.sujetId,
  cree_le: row.sujetCreeLe.toISOString(),
  efface_le: row.effaceLe.toISOString(),
  motif: row.motif,
  demande_id: row.demandeId,
});

const rowOf = (said: z.output<typeof line>): EffacementRow => ({
  uid: said.uid,
  sujetType: said.sujet,
  sujetId: said.id,
  sujetCreeLe: new Date(said.cree_le),
  effaceLe: new Date(said.efface_le),
  motif: said.motif,
  demandeId: said.demande_id,
});

function tolerant(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
