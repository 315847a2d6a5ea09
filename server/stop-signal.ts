/**
 * Calls `stop` once on SIGTERM, and on SIGINT when run alone: under the launcher a Ctrl-C reaches the whole
 * terminal group, and the launcher orders who stops when. A launcher that vanished counts as SIGTERM.
 */
export function onStopSignal(stop: () => Promise<unknown>): void {
  let stopping = false;
  const once = async () => {
    if (stopping) return;
    stopping = true;
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  const launched = process.send !== undefined;
  process.on("SIGTERM", once);
  process.on("SIGINT", () => {
    if (!launched) void once();
  });
  if (launched) process.on("disconnect", once);
}
