import {
  type ChildProcessByStdio,
  type SpawnOptionsWithStdioTuple,
  type StdioPipe,
  spawn,
} from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Found } from "./folder";
import { PluginFailure } from "./plugin-failure";

/** One line of the protocol at most, both ways, in bytes. */
const MOST_LINE = 1_000_000;
const KEPT_STDERR = 2_000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;
type Waiting = { resolve: (value: unknown) => void; reject: (error: PluginFailure) => void };

export type RunningPlugin = {
  /** Sends a request and waits `ms` for its answer; a plugin that lets it pass is ended. Throws PluginFailure. */
  call: (method: string, params: unknown, ms: number) => Promise<unknown>;
  isAlive: () => boolean;
  stop: () => void;
};

/**
 * Starts a plugin as a process of its own and speaks JSON-RPC 2.0 with it, one message a line. It is given nothing of the
 * product's environment; a Node plugin may moreover read its own folder only and start nothing.
 */
export function runPlugin(plugin: Pick<Found, "dossier" | "manifest">): RunningPlugin {
  const child = start(plugin);
  const waiting = new Map<number, Waiting>();
  let [last, stderr, ended] = [0, "", false];
  const end = (failure: PluginFailure) => {
    ended = true;
    killGroup(child);
    for (const one of waiting.values()) one.reject(failure);
    waiting.clear();
  };
  const died = () => end(new PluginFailure("stopped", stderr.trim().split("\n").at(-1)));
  child.on("error", (error) => end(new PluginFailure("stopped", (error as NodeJS.ErrnoException).code)));
  child.on("close", died);
  child.stdin.on("error", () => {});
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString("utf8")).slice(-KEPT_STDERR);
  });
  readLines(
    child.stdout,
    (line) => settle(waiting, line),
    () => end(new PluginFailure("tooLarge")),
  );
  return {
    isAlive: () => !ended,
    stop: () => end(new PluginFailure("stopped")),
    call: (method, params, ms) => {
      if (ended) return Promise.reject(new PluginFailure("stopped"));
      const id = ++last;
      const line = JSON.stringify({ jsonrpc: "2.0", id, method, params });
      if (Buffer.byteLength(line) > MOST_LINE) return Promise.reject(new PluginFailure("tooLarge"));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(new PluginFailure("timeout")), ms);
        const done = <T>(act: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(timer);
            act(value);
          };
        };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        child.stdin.write(`${line}\n`);
      });
    },
  };
}

function start({ dossier, manifest }: Pick<Found, "dossier" | "manifest">): Child {
  const [program, file] = manifest.command;
  const path = join(dossier, file);
  // Without a shell, in a group of its own, so that whatever it starts ends with it.
  const options: SpawnOptionsWithStdioTuple<StdioPipe, StdioPipe, StdioPipe> = {
    cwd: dossier,
    env: environment(),
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  };
  if (program === "python3") return unwatched(spawn("python3", ["-u", "-B", path], options));
  const limits = ["--permission", `--allow-fs-read=${dossier}`, "--max-old-space-size=256"];
  return unwatched(spawn(process.execPath, [...limits, path], options));
}

/** A plugin that nobody waits for does not keep the product from stopping. */
function unwatched(child: Child): Child {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as unknown as { unref?: () => void }).unref?.();
  return child;
}

const environment = () => ({
  NODE_ENV: "production" as const,
  PATH: process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin",
  LANG: "C.UTF-8",
});

function killGroup({ pid }: Child): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function readLines(stream: Readable, onLine: (line: string) => void, onTooLong: () => void): void {
  const decoder = new StringDecoder("utf8");
  let kept = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (kept + decoder.write(chunk)).split("\n");
    kept = lines.pop() ?? "";
    if (kept.length > MOST_LINE || lines.some((line) => line.length > MOST_LINE)) return onTooLong();
    for (const line of lines) if (line.trim()) onLine(line);
  });
}

/** Gives an answer to whoever waits for it; what is no answer of ours is left aside. */
function settle(waiting: Map<number, Waiting>, line: string): void {
  const answer = parse(line);
  const one = typeof answer?.id === "number" ? waiting.get(answer.id) : undefined;
  if (!answer || !one) return;
  waiting.delete(answer.id as number);
  const { error } = answer;
  if (error !== undefined && error !== null) {
    const told = (error as { message?: unknown }).message;
    one.reject(new PluginFailure("refused", typeof told === "string" ? told : ""));
  } else if ("result" in answer) one.resolve(answer.result);
  else one.reject(new PluginFailure("badAnswer"));
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isAnswer = typeof value === "object" && value !== null;
    return isAnswer && "jsonrpc" in value && value.jsonrpc === "2.0" ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
