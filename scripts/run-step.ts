import { runNode } from "./run-node.ts";

/** What one runner found; a runner that could not run counts as one failure. */
export type Tally = { passed: number; failed: number };

export type Step = {
  label: string;
  args: string[];
  env?: Record<string, string | undefined>;
  /** Reads the runner's own count; absent = the step is one check. */
  count?: () => Tally;
};

/** Runs a step quietly: one line when it is good, all it said when it is not. */
export async function runStep({ label, args, env, count }: Step): Promise<Tally> {
  const started = Date.now();
  const { code, output } = await runNode(args, { FORCE_COLOR: undefined, NO_COLOR: "1", ...env });
  const tally = tallyOf(code, count);
  const good = code === 0 && tally.failed === 0;
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (!good) console.error(`\n✗ ${label} (${seconds})\n${output}\n`);
  else console.log(`✓ ${label}${tally.passed > 1 ? `: ${tally.passed}` : ""} (${seconds})`);
  return good ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

function tallyOf(code: number, count?: () => Tally): Tally {
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    return count();
  } catch {
    return { passed: 0, failed: 1 };
  }
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
