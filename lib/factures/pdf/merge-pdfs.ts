import { PDFDocument } from "@cantoo/pdf-lib";

/**
 * One PDF holding the pages of all the others, in the order given.
 * @throws RangeError when the list is empty
 */
export async function mergePdfs(list: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = list;
  if (!first) throw new RangeError("nothing to merge");
  if (others.length === 0) return first;
  const merged = await PDFDocument.create();
  for (const bytes of list) {
    const source = await PDFDocument.load(bytes);
    for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
  }
  return merged.save();
}
