import { spawn } from "node:child_process";
import { root } from "../../../scripts/home.ts";

/** Runs a test file that prints its own figures; gives its exit code and the line that begins with `mark`. */
export function measuredTest(
  file: string,
  mark: string,
): Promise<{ passed: boolean; line: string; output: string }> {
  return new Promise((resolve, reject) => {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "db", file];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) => {
      const line = output.split("\n").find((one) => one.startsWith(mark)) ?? "";
      resolve({ passed: code === 0, line, output });
    });
  });
}

/** The numbers of a line, in order. */
export const numbersIn = (line: string) => [...line.matchAll(/\d+/g)].map(([number]) => Number(number));
