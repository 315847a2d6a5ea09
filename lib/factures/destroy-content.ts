import type { Tx } from "@/db/client";
import { destroyRow, lockLink, renewBillingKey } from "./expiration-store";
import { chainHash } from "./facture";

/** What the log keeps of a document whose content was destroyed: enough to tell that the rest was not altered since. */
type Destroyed = {
  agenceId: number;
  numero: string | null;
  total_ttc: number;
  devise: string;
  empreinte: string | null;
  sha256?: string;
  /** Whether the client's key for billing went too. */
  cle: boolean;
};

const START = "0".repeat(64);

/**
 * Destroys what an invoice or credit note says, its ten years being over: the frozen text, the reason, the stored PDF and
 * the references of its payments; the client's billing key when nothing younger needs it. Number, lines, totals and
 * fingerprint stay, so that the series and its chain can still be verified. Undefined, and nothing is touched, when it
 * is gone already or is not what was issued: then it is the proof of an alteration. The database refuses a younger one.
 */
export async function destroyContent(tx: Tx, id: number, now: Date): Promise<Destroyed | undefined> {
  const link = await lockLink(tx, id);
  if (!link || link.contenuDetruitLe || !link.isReadable) return undefined;
  if (chainHash(link.precedente ?? START, link.instantane) !== link.empreinte) return undefined;
  await destroyRow(tx, id, now);
  const cle = await renewBillingKey(tx, link.clientId);
  const { agenceId, numero, totalTtc, devise, empreinte, sha256 } = link;
  return {
    agenceId,
    numero,
    total_ttc: totalTtc,
    devise,
    empreinte,
    ...(sha256 ? { sha256 } : {}),
    cle,
  };
}
