import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./home.ts";

/** Links of a document to files that are not there: `[line, target]`. */
export function brokenLinks(text: string, exists: (target: string) => boolean): [number, string][] {
  const found: [number, string][] = [];
  let inCode = false;
  text.split("\n").forEach((line, index) => {
    if (line.trimStart().startsWith("```")) inCode = !inCode;
    if (inCode) return;
    const links = line.replace(/`[^`]*`/g, "").matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|(?:src|href)="([^"]+)"/g);
    for (const [, markdown, html] of links) {
      const target = decodeURI((markdown ?? html ?? "").split("#")[0] ?? "");
      if (target && !/^[a-z][\w+.-]*:|^\/\//i.test(target) && !exists(target))
        found.push([index + 1, target]);
    }
  });
  return found;
}

function documents(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(\.(?!github)|node_modules$|dist$|test-results$)/.test(entry.name) ? [] : documents(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

if (import.meta.main) {
  for (const path of documents("")) {
    const folder = join(root, dirname(path));
    const exists = (target: string) =>
      existsSync(target.startsWith("/") ? join(root, target) : join(folder, target));
    for (const [line, target] of brokenLinks(readFileSync(join(root, path), "utf8"), exists)) {
      console.error(`${relative("", path)}:${line} links to ${target}, which does not exist`);
      process.exitCode = 1;
    }
  }
}
