import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./home.ts";

const file = join(root, "dist", ".build-stamp");
const folders = ["app", "components", "db", "lib", "messages", "public", "server", "patches"];
const files = /^(package-lock\.json|tsconfig\.json|[\w.-]+\.(ts|mjs))$/;
const generated = new Set(["next-env.d.ts", "vitest.config.ts", "playwright.config.ts", "drizzle.config.ts"]);

/** Fingerprint of everything a build depends on; `key` is baked into it too. */
export function sourcesFingerprint(key: string): string {
  const hash = createHash("sha256").update(key).update(process.version);
  const topLevel = readdirSync(root).filter((name) => files.test(name) && !generated.has(name));
  const nested = folders.filter((name) => existsSync(join(root, name))).flatMap(filesBelow);
  for (const path of [...topLevel, ...nested].sort()) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

export function builtFrom(): string | undefined {
  const complete = existsSync(file) && existsSync(join(root, ".next", "BUILD_ID"));
  return complete ? readFileSync(file, "utf8") : undefined;
}

export function rememberBuild(fingerprint: string): void {
  writeFileSync(file, fingerprint);
}
