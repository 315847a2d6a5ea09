// npm run test:faults [name …] — every fault test of e2e/faults, or those named, one after another: each starts a product
// of its own and breaks it. None may take longer than FAULT_MINUTES (20): then it is ended, and counts as failed.
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
const minutes = Number(process.env.FAULT_MINUTES ?? 20);
const failed: string[] = [];
for (const name of tests) {
  const started = Date.now();
  const code = await new Promise((done) => {
    // A group of its own: what it started ends with it.
    const child = spawn(process.execPath, [join(folder, `${name}.ts`)], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
    });
    const tooLong = setTimeout(() => {
      console.log(`FAIL ${name}: no end after ${minutes} minutes`);
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    const stop = () => child.pid && process.kill(-child.pid, "SIGTERM");
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("exit", (code) => {
      clearTimeout(tooLong);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      done(code);
    });
  });
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${Math.round((Date.now() - started) / 1000)} s)\n`);
  if (code !== 0) failed.push(name);
}
console.log(
  `${tests.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(", ")}` : ""}`,
);
if (failed.length > 0) process.exitCode = 1;
