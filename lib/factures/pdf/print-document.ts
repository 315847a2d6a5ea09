import { renderToBuffer } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { prepareFonts } from "./fonts";

type Document = Parameters<typeof renderToBuffer>[0];
let last: Promise<unknown> = Promise.resolve();

/**
 * Bytes of a document. Those of a process are made one after the other: the fonts are shared, and the work is all CPU.
 * `make` is called once the fonts are ready.
 */
export function printDocument(make: () => ReactElement): Promise<Uint8Array> {
  const mine = last.then(async () => {
    await prepareFonts();
    return renderToBuffer(make() as Document);
  });
  last = mine.catch(() => undefined);
  return mine;
}
