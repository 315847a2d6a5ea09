import type { Queryable } from "@/db/client";
import { parametresOf } from "@/lib/foundation/read-parametres";

const HOUR_MS = 3_600_000;
/** A slot stays a client's to take for this long after it was offered: they read before they send. */
const READING_MS = HOUR_MS / 4;

/** How far ahead an agency's clients are offered slots, and how far ahead they may still take one; milliseconds. */
export async function findLead(db: Queryable, agenceId: number): Promise<{ offer: number; booking: number }> {
  const offer = (await parametresOf(db)).of("reservation.delai", agenceId) * HOUR_MS;
  return { offer, booking: Math.max(0, offer - READING_MS) };
}
