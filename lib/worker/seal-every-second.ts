import { setTimeout as pause } from "node:timers/promises";
import { database } from "@/db/client";
import { sealLog } from "@/lib/foundation/audit/seal";
import { log } from "@/lib/foundation/log";

const EVERY_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * Seals the log once a second, until the function it answers is called; then once more. A database that does not answer
 * is tried again, more slowly; the lag shows in the health of the service meanwhile.
 */
export function sealEverySecond(): () => Promise<void> {
  const end = new AbortController();
  const ended = (async () => {
    for (let failures = 0; !end.signal.aborted; ) {
      failures = (await seal()) ? 0 : failures + 1;
      const wait = Math.min(EVERY_MS * 2 ** failures, LONGEST_MS);
      await pause(wait, undefined, { signal: end.signal }).catch(() => {});
    }
    await seal();
  })();
  return () => {
    end.abort();
    return ended;
  };
}

async function seal(): Promise<boolean> {
  try {
    await sealLog(database(), new Date());
    return true;
  } catch (error) {
    log.error({ err: error }, "sealing the log");
    return false;
  }
}
