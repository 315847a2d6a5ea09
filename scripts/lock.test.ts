import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHome } from "./lock";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "dihya-lock-"));
});
afterEach(() => rmSync(home, { recursive: true }));

test("a second launcher on the same folder is refused, with the first one's number", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "launch.ts"], {
    stdio: "ignore",
  });
  await once(other, "spawn");
  writeFileSync(join(home, "launcher.pid"), String(other.pid));
  expect(() => lockHome(home)).toThrow(`process ${other.pid}`);
  other.kill();
  await once(other, "exit");
  lockHome(home);
  expect(readFileSync(join(home, "launcher.pid"), "utf8")).toBe(String(process.pid));
});

test("a number left by a crash that now belongs to another program does not block", () => {
  writeFileSync(join(home, "launcher.pid"), "1");
  const unlock = lockHome(home);
  unlock();
  expect(existsSync(join(home, "launcher.pid"))).toBe(false);
});
