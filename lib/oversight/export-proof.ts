import { z } from "zod";
import type { Db } from "@/db/client";
import { logKey } from "@/lib/foundation/audit/checkpoint";
import { sealLog } from "@/lib/foundation/audit/seal";
import { query } from "@/lib/foundation/operation";
import { lastCheckpoint } from "./checkpoint-store";
import { proofRows } from "./proof-store";
import { pointsBetween, pruneRecords } from "./verification-store";

/** Entries read at once: what the export holds in memory, however long the log. */
const AT_ONCE = 2000;

/**
 * The whole sealed log as outsiders verify it (`scripts/verify-audit.mjs`, format in docs/security/log.md): the hashed
 * texts in the order of the tree, and every checkpoint after the entries it covers. Made while it is sent. The texts hold
 * ids and codes, no name. Everything committed is sealed first; the export itself is logged.
 */
export const exportProof = query({
  name: "audit.exportProof",
  input: z.object({}),
  prepare: ({ ctx }) => sealLog(ctx.db, ctx.now),
  run: async ({ db, ctx }) => {
    const size = (await lastCheckpoint(db))?.taille ?? 0;
    return { size, lines: () => proofLines(ctx.db, size) };
  },
  exports: ({ size }) => ({ type: "audit", id: "journal.preuve", data: { entrees: size } }),
});

async function* proofLines(db: Db, size: number): AsyncGenerator<string> {
  const { origin, verifierKey } = logKey();
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  yield line({ kind: "dihya-audit", v: 1, log: origin, key: verifierKey, size });
  let told = 0;
  for (let from = 0; from < size; from += AT_ONCE) {
    const upTo = Math.min(from + AT_ONCE, size);
    const points = (await pointsBetween(db, from, upTo))[Symbol.iterator]();
    let point = points.next().value;
    const rows = await proofRows(db, from, upTo);
    let text = "";
    // Read after the entries: what is pruned while this runs is told of before it is missed.
    for (const { id, texte } of await pruneRecords(db, told)) {
      text += line({ prune: texte });
      told = id;
    }
    for (const { rang, flux, seq, feuille, canon } of rows) {
      text += line(
        canon === null
          ? { rank: rang, stream: flux, seq, leaf: feuille, pruned: true }
          : { rank: rang, canon },
      );
      if (point?.taille !== rang + 1) continue;
      text += line({ checkpoint: point.texte });
      point = points.next().value;
    }
    yield text;
  }
  yield line({ end: true, entries: size });
}
