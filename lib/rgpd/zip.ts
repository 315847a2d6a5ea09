import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** Written already compressed: packing them again costs time and saves nothing. */
const PACKED = /\.(pdf|png|jpe?g|zip)$/;

/** A zip archive that grows file by file, so that only one of them is held unpacked. `at`: the date of its files. */
export function startZip(at: Date) {
  const parts: Uint8Array[] = [];
  let failure: Error | null = null;
  const archive = new Zip((error, part) => {
    if (error) failure = error;
    else parts.push(part);
  });
  return {
    add(name: string, content: Uint8Array | string): void {
      const file = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.mtime = at;
      archive.add(file);
      file.push(typeof content === "string" ? new TextEncoder().encode(content) : content, true);
    },
    end(): Uint8Array {
      archive.end();
      if (failure) throw failure;
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}
