import { renderToBuffer } from "@react-pdf/renderer";
import type { FactureInstantane } from "@/lib/factures/instantane";
import { FactureDocument } from "./document";
import { prepareFonts } from "./fonts";

let last: Promise<unknown> = Promise.resolve();

/**
 * PDF of a frozen invoice or credit note, in its own language. Depends on the snapshot alone. Documents of a
 * process are made one after the other: the fonts are shared, and the work is all CPU (about 0.2 s for a short
 * one). Render once, at issue, in the worker, and store the bytes.
 */
export function renderFacture(instantane: FactureInstantane): Promise<Uint8Array> {
  const mine = last.then(async () => {
    await prepareFonts();
    return renderToBuffer(<FactureDocument facture={instantane} />);
  });
  last = mine.catch(() => undefined);
  return mine;
}
