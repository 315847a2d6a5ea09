// npm run bench:planning -- --dir <instances> --out <folder> --seconds 60 [--threads 2] [--seed 1]
//   [--family hhcrsp|uhhc|vrptw] [--convention dimacs|sintef]
// Solves every public instance below a folder, one after the other, and writes each solution and summary.csv.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { solveOnThreads } from "../lib/plannings/optimiseur/threads.ts";
import { type Case, readCase } from "./planning/familles/famille.ts";

const { values } = parseArgs({
  options: {
    dir: { type: "string" },
    out: { type: "string" },
    seconds: { type: "string", default: "60" },
    threads: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
    family: { type: "string" },
    convention: { type: "string", default: "dimacs" },
  },
});
const { dir, out, family } = values;
const convention = values.convention === "sintef" ? "sintef" : "dimacs";
if (!dir || !out) throw new Error("--dir and --out are needed");
const [seconds, threads, seed] = [values.seconds, values.threads, values.seed].map(Number) as [
  number,
  number,
  number,
];
const bestKnown = readBestKnown(dir);
mkdirSync(out, { recursive: true });
const lines = ["instance,family,cost,seconds,iterations,seed"];
let unreadable = 0;
for (const path of instancesBelow(dir)) {
  const name = basename(path, extname(path));
  const one = read(path);
  if (!one || (family && one.family !== family)) continue;
  const outcome = await solveOnThreads({ instance: one.instance, seed, budget: { seconds } }, threads, {
    onProgress: ({ progress, cost }) => tell(name, progress, cost),
  });
  const cost = one.cost(outcome);
  writeFileSync(join(out, `${name}.json`), JSON.stringify(one.write(outcome)));
  lines.push([name, one.family, cost, outcome.seconds.toFixed(1), outcome.iterations, seed].join());
  writeFileSync(join(out, "summary.csv"), `${lines.join("\n")}\n`);
  const best = bestKnown.get(`${one.family}/${basename(path)}`);
  const gap = best ? `${(100 * (cost / best - 1)).toFixed(2)} % from ${best}` : "";
  const left = outcome.rows.reduce((count, row) => count - row.length, one.instance.visits);
  console.log(
    `${clear()}${name} ${cost.toFixed(2)} ${gap}${left ? ` — ${left} left out` : ""} (${outcome.iterations} trials)`,
  );
}
process.exitCode = unreadable > 0 ? 1 : 0;

function read(path: string): Case | undefined {
  try {
    return readCase(readFileSync(path, "utf8"), convention);
  } catch (cause) {
    unreadable++;
    console.error(`${path}: ${cause instanceof Error ? cause.message : cause}`);
    return undefined;
  }
}

function instancesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|txt)$/.test(entry.name) && entry.name !== "manifest.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Best known costs, where a manifest stands beside the instances: only for the gap that is printed. */
function readBestKnown(folder: string): Map<string, number> {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    return new Map(
      files.map((one: { file: string; best_known: { cost?: number; [key: string]: unknown } }) => {
        const { cost, [convention]: other } = one.best_known;
        return [one.file, cost ?? (other as { distance?: number } | undefined)?.distance];
      }),
    );
  } catch {
    return new Map();
  }
}

function tell(name: string, progress: number, cost: number): void {
  if (process.stdout.isTTY)
    process.stdout.write(`${clear()}${name} ${Math.round(progress * 100)} % ${cost.toFixed(2)}`);
}

function clear(): string {
  return process.stdout.isTTY ? "\r\u001b[K" : "";
}
