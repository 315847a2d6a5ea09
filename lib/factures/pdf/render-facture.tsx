import type { FactureInstantane } from "@/lib/factures/instantane";
import { FactureDocument } from "./document";
import { printDocument } from "./print-document";

/**
 * PDF of a frozen invoice or credit note, in its own language. Depends on the snapshot alone (about 0.2 s for a short
 * one). Render once, at issue, in the worker, and store the bytes.
 */
export function renderFacture(instantane: FactureInstantane): Promise<Uint8Array> {
  return printDocument(() => <FactureDocument facture={instantane} />);
}
