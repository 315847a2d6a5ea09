import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { logKey, openNote, signNote, type Verifier } from "./checkpoint";

type Range = { from: number; to: number };

/** Ranks in order as ranges without holes. */
function rangesOf(ranks: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && rank === last.to + 1) last.to = rank;
    else ranges.push({ from: rank, to: rank });
  }
  return ranges;
}

/**
 * Takes the texts of sealed entries out of the log, by their places in the tree, under a record signed with the log's
 * key. Their leaves stay. Gives the fingerprint of the record (SHA-256), which the caller's own log line must name. The
 * database refuses what is younger than the law asks for, and anything that the record does not name.
 */
export async function pruneEntries(
  tx: Tx,
  why: string,
  ranks: readonly number[],
  now: Date,
): Promise<string> {
  const key = logKey();
  const ranges = rangesOf(ranks).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const note = signNote(key, `${[`${key.origin}/elagage`, why, now.toISOString(), ...ranges].join("\n")}\n`);
  await tx.execute(sql`select elaguer_journal(${`{${ranks.join(",")}}`}::bigint[], ${note})`);
  return createHash("sha256").update(note, "utf8").digest("hex");
}

const RANGE = /^(\d{1,15})(?:-(\d{1,15}))?$/;

/** The places that a record of pruning names; null when this log did not sign it. */
export function openPrune(verifier: Verifier, note: string): Range[] | null {
  const [origin, , , ...lines] = openNote(verifier, note)?.trimEnd().split("\n") ?? [];
  if (origin !== `${verifier.origin}/elagage`) return null;
  const ranges: Range[] = [];
  for (const line of lines) {
    const [, from, to = from] = RANGE.exec(line) ?? [];
    if (from === undefined || Number(to) < Number(from)) return null;
    ranges.push({ from: Number(from), to: Number(to) });
  }
  return ranges;
}
