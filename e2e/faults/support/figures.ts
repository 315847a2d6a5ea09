/** One figure of a fault test, beside what it should be. */
export type Figure = { what: string; seen: number | string; target: string; ok: boolean };

/** Prints the figures of a fault test in one line, then what failed, and ends with an exit code that says so. */
export function conclude(name: string, figures: readonly Figure[], details: readonly string[] = []): never {
  const good = figures.every(({ ok }) => ok);
  const line = figures.map(
    ({ what, seen, target, ok }) => `${ok ? "" : "✗ "}${what} ${seen} (target ${target})`,
  );
  console.log(`${good ? "ok  " : "FAIL"} ${name}: ${line.join(", ")}`);
  for (const detail of details.slice(0, 100)) console.log(`     ${detail}`);
  process.exit(good ? 0 : 1);
}

/** Marks of a stack trace or of the machine in an answer. */
export const tracePattern =
  /\n\s+at .+:\d+:\d+|node:internal|node_modules|\.tsx?:\d+|\b(?:TypeError|SyntaxError|RangeError|PostgresError)\b|\/dist\/|\/\.next\//;
