import type { Queryable } from "@/db/client";
import { logKey, readVerifierKey } from "@/lib/foundation/audit/checkpoint";
import { openPrune } from "@/lib/foundation/audit/prune";
import type { AuditVerification } from "./schemas";
import {
  countEntries,
  entryFaults,
  type Fault,
  goneLeaves,
  pruneRecords,
  sealedAmong,
} from "./verification-store";
import { verifyTree } from "./verify-tree";

type Found = Omit<AuditVerification, "intact" | "verifie_le">;

/**
 * Recomputes the whole log: every entry and chain, the tree, every signed checkpoint and those of `kept` (checkpoints
 * from outside). Names at most `limit` faults. The caller gives one snapshot, or what is written meanwhile raises alarms.
 */
export async function verifyLog(db: Queryable, kept: readonly string[], limit: number): Promise<Found> {
  const counts = await countEntries(db);
  const tree = await verifyTree(db, kept);
  const pruned = await prunedRanks(db);
  const gone = await goneFaults(db, pruned.ranges, limit);
  const alterees = [...tree.alterees, ...pruned.alterees, ...gone, ...(await entryFaults(db, limit))].slice(
    0,
    limit,
  );
  return { ...counts, scellees: tree.scellees, points: tree.points, alterees };
}

/** The same for some chains alone: what a whole tree shows is left to `verifyLog`, what was sealed of them is not. */
export async function verifyStreams(
  db: Queryable,
  streams: readonly string[],
  limit: number,
): Promise<Omit<Found, "points">> {
  const counts = await countEntries(db, streams);
  const scellees = await sealedAmong(db, streams);
  const pruned = await prunedRanks(db);
  const gone = await goneFaults(db, pruned.ranges, limit, streams);
  const altered = await entryFaults(db, limit, streams);
  return { ...counts, scellees, alterees: [...pruned.alterees, ...gone, ...altered].slice(0, limit) };
}

/** The places that signed and logged records say were pruned; a record that is not both counts for nothing. */
async function prunedRanks(db: Queryable): Promise<{ ranges: string; alterees: Fault[] }> {
  const verifier = readVerifierKey(logKey().verifierKey);
  const ranges: string[] = [];
  const alterees: Fault[] = [];
  for (const { id, texte, dit } of await pruneRecords(db)) {
    const named = dit ? openPrune(verifier, texte) : null;
    if (named) ranges.push(...named.map(({ from, to }) => `[${from},${to}]`));
    else alterees.push({ id: 0, flux: "elagage", seq: id, faute: "elagage" });
  }
  return { ranges: `{${ranges.join(",")}}`, alterees };
}

/** Sealed entries that are not in the log any more and that no record of pruning names. */
async function goneFaults(
  db: Queryable,
  pruned: string,
  limit: number,
  streams?: readonly string[],
): Promise<Fault[]> {
  const rows = await goneLeaves(db, pruned, limit, streams);
  return rows.map(({ flux, seq }) => ({ id: 0, flux, seq, faute: "lacune" }));
}
