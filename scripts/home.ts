import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the source code, where package.json is. */
export const root = resolve(import.meta.dirname, "..");

/** Absolute path of the folder that holds everything Dihya keeps on this machine; created when missing. */
export function dataHome(fallback = join(root, ".dihya")): string {
  const home = resolve(process.env.DIHYA_HOME || fallback);
  mkdirSync(home, { recursive: true });
  return home;
}
