import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./home.ts";
import { checkCycles } from "./house/cycles.ts";
import { checkDirections, checkTables } from "./house/directions.ts";
import { type Finding, readSource, type Source } from "./house/source.ts";
import { checkFile, checkText } from "./house/text-rules.ts";

const notOurs = new Set(["node_modules", "dist", "coverage", "test-results", "playwright-report"]);
const generated = /^(?:next-env\.d\.ts|db\/migrations\/|public\/|docs\/)/;

/** Every rule of the house over the given files; `exists` answers for files beside them. */
export function checkHouse(files: Map<string, string>): Finding[] {
  const sources: Source[] = [...files].map(([path, text]) =>
    readSource(path, text, (name) => files.has(name)),
  );
  const perFile = [checkDirections, checkTables, checkText, checkFile];
  return [...sources.flatMap((source) => perFile.flatMap((check) => check(source))), ...checkCycles(sources)];
}

function sourceFiles(): Map<string, string> {
  const wanted = filesBelow("").filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !generated.test(path));
  return new Map(wanted.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (!entry.isDirectory()) return [path];
    const hidden = entry.name.startsWith(".") && entry.name !== ".well-known";
    return hidden || notOurs.has(entry.name) ? [] : filesBelow(path);
  });
}

if (import.meta.main) {
  const findings = checkHouse(sourceFiles());
  for (const { path, line, rule, message } of findings) console.error(`${path}:${line} ${rule}: ${message}`);
  if (findings.length > 0) console.error(`${findings.length} house rule(s) broken`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
