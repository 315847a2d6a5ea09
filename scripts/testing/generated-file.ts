import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** Fails when a committed file differs from what generates it; `npm run openapi` writes it anew. */
export function expectGenerated(path: string, wanted: string): void {
  const file = join(import.meta.dirname, "..", "..", path);
  if (process.env.UPDATE_OPENAPI) writeFileSync(file, wanted);
  const found = readFileSync(file, "utf8");
  // Not a diff of the texts: it would be longer than the files.
  if (found !== wanted) {
    const at = wanted.split("\n").findIndex((line, index) => line !== found.split("\n")[index]);
    expect.fail(
      `${path} differs from the code that generates it, first in line ${at + 1}: run "npm run openapi", then commit.`,
    );
  }
  expect(found).toBe(wanted);
}
