import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The keys of the tests' environment in a file of this process alone, which a rotation may write; its path. */
export function kekFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "dihya-keys-")), "kek.json");
  writeFileSync(file, process.env.DIHYA_KEK ?? "", { mode: 0o600 });
  process.env.DIHYA_KEK_FILE = file;
  return file;
}
