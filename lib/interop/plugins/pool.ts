import type { Found } from "./folder";
import { API } from "./manifest";
import { isPluginFailure, PluginFailure } from "./plugin-failure";
import { type RunningPlugin, runPlugin } from "./run-plugin";

const START_MS = 5_000;
const CALL_MS = 10_000;
/** A plugin that nobody called for this long is stopped. */
const IDLE_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
/** Requests at once to one plugin in one process. */
const MOST_AT_ONCE = 16;

type Kept = {
  empreinte: string;
  process?: RunningPlugin;
  /** Once both agree on the protocol. */
  ready?: Promise<unknown>;
  busy: number;
  failures: number;
  /** Not started again before this, after it has failed. */
  notBefore: number;
  idle?: NodeJS.Timeout;
};

// Next has its own copy of this module: both copies share the processes.
const shared = globalThis as typeof globalThis & { dihyaPlugins?: Map<string, Kept> };

/**
 * Calls a method of a plugin, which this process starts when it does not run. One that fails waits longer after each
 * failure before it is started again. Throws PluginFailure.
 */
export async function callPlugin(plugin: Found, method: string, params: unknown): Promise<unknown> {
  const kept = keptOf(plugin);
  if (kept.busy >= MOST_AT_ONCE) throw new PluginFailure("waiting", "busy");
  const running = started(plugin, kept);
  kept.busy += 1;
  clearTimeout(kept.idle);
  try {
    await kept.ready;
    const result = await running.call(method, params, CALL_MS);
    kept.failures = 0;
    return result;
  } catch (error) {
    // A refusal is an answer; anything else ends the process.
    const answered = isPluginFailure(error) && error.kind === "refused" && running.isAlive();
    if (!answered) giveUp(kept, running);
    throw error;
  } finally {
    kept.busy -= 1;
    if (kept.busy === 0) kept.idle = setTimeout(() => stopPlugin(plugin.nom), IDLE_MS).unref();
  }
}

/** Ends this process's copy of a plugin, and forgets how it failed. */
export function stopPlugin(nom: string): void {
  const kept = shared.dihyaPlugins?.get(nom);
  shared.dihyaPlugins?.delete(nom);
  clearTimeout(kept?.idle);
  kept?.process?.stop();
}

function keptOf({ nom, empreinte }: Found): Kept {
  if (!shared.dihyaPlugins) {
    const plugins = new Map<string, Kept>();
    shared.dihyaPlugins = plugins;
    process.on("exit", () => {
      for (const { process: one } of plugins.values()) one?.stop();
    });
  }
  const known = shared.dihyaPlugins.get(nom);
  if (known?.empreinte === empreinte) return known;
  if (known) stopPlugin(nom);
  const fresh: Kept = { empreinte, busy: 0, failures: 0, notBefore: 0 };
  shared.dihyaPlugins.set(nom, fresh);
  return fresh;
}

/** The plugin's process, made now when there is none; `ready` settles once it has answered. */
function started(plugin: Found, kept: Kept): RunningPlugin {
  if (kept.process?.isAlive()) return kept.process;
  if (Date.now() < kept.notBefore) throw new PluginFailure("waiting", "restart");
  const running = runPlugin(plugin);
  kept.process = running;
  kept.ready = greet(running, plugin.nom).catch((error) => {
    running.stop();
    throw error;
  });
  kept.ready.catch(() => {});
  return running;
}

async function greet(running: RunningPlugin, name: string): Promise<void> {
  const answer = await running.call("initialize", { api: API, name }, START_MS);
  if ((answer as { api?: unknown } | null)?.api !== API) throw new PluginFailure("badAnswer", "initialize");
}

/** Ends a process that failed; several calls that fail together count once. */
function giveUp(kept: Kept, running: RunningPlugin): void {
  running.stop();
  if (kept.process !== running) return;
  kept.process = undefined;
  kept.notBefore = Date.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** kept.failures);
  kept.failures += 1;
}
