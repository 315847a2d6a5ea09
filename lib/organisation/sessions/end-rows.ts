import type { Tx } from "@/db/client";
import { endSession } from "@/lib/foundation/ended-sessions";
import { lockSessions, revokeFamilyOf } from "./session-store";

/** Ends sessions and token families of an account, for every process; returns how many there were. */
export async function endRows(
  tx: Tx,
  utilisateurId: number,
  which: Parameters<typeof lockSessions>[2],
  now: Date,
): Promise<number> {
  const rows = await lockSessions(tx, utilisateurId, which);
  for (const { sid, type, expireLe } of rows) {
    if (type === "jeton") await revokeFamilyOf(tx, sid, now);
    await endSession(tx, sid, expireLe, now);
  }
  return rows.length;
}
