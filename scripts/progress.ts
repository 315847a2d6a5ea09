/** Seconds, one decimal, since `startedMs`. */
const elapsed = (startedMs: number) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;

/** Shows that `work` goes on (a line every ten seconds) and how long it took. */
export async function phase<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  const started = Date.now();
  console.log(`• ${label}`);
  const beat = setInterval(() => console.log(`  … still at it, ${elapsed(started)}`), 10_000);
  try {
    const result = await work();
    console.log(`✓ ${label} (${elapsed(started)})`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
