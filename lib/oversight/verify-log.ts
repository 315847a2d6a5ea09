import type { Queryable } from "@/db/client";
import type { AuditVerification } from "./schemas";
import { countEntries, entryFaults, type Fault, goneLeaves } from "./verification-store";
import { verifyTree } from "./verify-tree";

type Found = Omit<AuditVerification, "intact" | "verifie_le">;

/**
 * Recomputes the whole log: every entry and chain, the tree, every signed checkpoint and those of `kept` (checkpoints
 * from outside). Names at most `limit` faults. The caller gives one snapshot, or what is written meanwhile raises alarms.
 */
export async function verifyLog(db: Queryable, kept: readonly string[], limit: number): Promise<Found> {
  const counts = await countEntries(db);
  const tree = await verifyTree(db, kept);
  const gone = await goneFaults(db, limit);
  const alterees = [...tree.alterees, ...gone, ...(await entryFaults(db, limit))].slice(0, limit);
  return { ...counts, scellees: tree.scellees, points: tree.points, alterees };
}

/** Sealed entries that are not in the log any more. */
async function goneFaults(db: Queryable, limit: number): Promise<Fault[]> {
  const rows = await goneLeaves(db, -1, limit);
  return rows.map(({ flux, seq }) => ({ id: 0, flux, seq, faute: "lacune" }));
}
