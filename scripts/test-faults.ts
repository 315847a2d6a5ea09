// npm run test:faults [name …] — every fault test of e2e/faults, or those named, one after another: each starts a product
// of its own and breaks it.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./home.ts";

const folder = join(root, "e2e", "faults");
const asked = process.argv.slice(2);
const tests = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map(({ name }) => name.replace(/\.ts$/, ""))
  .filter((name) => asked.length === 0 || asked.includes(name))
  .sort();

if (tests.length === 0) {
  console.error(`no fault test is called ${asked.join(" or ")}`);
  process.exitCode = 1;
}
const failed: string[] = [];
for (const name of tests) {
  const started = Date.now();
  const code = await new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, `${name}.ts`)], { cwd: root, stdio: "inherit" });
    child.once("exit", done);
  });
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${Math.round((Date.now() - started) / 1000)} s)\n`);
  if (code !== 0) failed.push(name);
}
console.log(
  `${tests.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(", ")}` : ""}`,
);
if (failed.length > 0) process.exitCode = 1;
