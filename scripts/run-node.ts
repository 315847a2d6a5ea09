import { spawn } from "node:child_process";
import { root } from "./home.ts";

export type Finished = { code: number; output: string };
export type Environment = Record<string, string | undefined>;

const running = new Set<() => void>();

/** Runs a Node program below the project root, keeping what it prints. */
export function runNode(args: string[], env: Environment = {}): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill("SIGTERM");
    running.add(stop);
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", fail);
    child.once("close", (code) => {
      running.delete(stop);
      done({ code: code ?? 1, output: output.trim() });
    });
  });
}

/** Ends the programs still running, when the launcher itself is told to stop. */
export function stopRunning(): void {
  for (const stop of running) stop();
}
