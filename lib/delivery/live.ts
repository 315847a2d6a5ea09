import { listen } from "@/db/listen";
import { log } from "@/lib/foundation/log";

/** Told that something of its account changed, or (`end`) that this process is about to stop. */
export type Listener = { changed: () => void; end: () => void };
type Live = {
  listeners: Map<number, Set<Listener>>;
  connection?: Promise<(() => Promise<void>) | undefined>;
  isStopped: boolean;
};

const MOST_PER_ACCOUNT = 8;
// Next has its own copy of this module: both copies share one connection and one list.
const shared = globalThis as typeof globalThis & { dihyaLive?: Live };

function live(): Live {
  shared.dihyaLive ??= { listeners: new Map(), isStopped: false };
  return shared.dihyaLive;
}

/**
 * Follows what changes for an account, on the one connection of this process that listens; returns how to leave. Null
 * when the process is stopping, or the account follows in too many places already.
 */
export function follow(utilisateurId: number, listener: Listener): (() => void) | null {
  const state = live();
  const mine = state.listeners.get(utilisateurId) ?? new Set();
  if (state.isStopped || mine.size >= MOST_PER_ACCOUNT) return null;
  state.listeners.set(utilisateurId, mine.add(listener));
  state.connection ??= connect(state);
  return () => {
    mine.delete(listener);
    if (mine.size === 0 && state.listeners.get(utilisateurId) === mine) state.listeners.delete(utilisateurId);
  };
}

/** Ends every stream and the connection, so that a stop waits for none of them. */
export async function stopLive(): Promise<void> {
  const state = live();
  state.isStopped = true;
  for (const one of [...state.listeners.values()].flatMap((set) => [...set])) one.end();
  await (await state.connection)?.();
}

async function connect(state: Live): Promise<(() => Promise<void>) | undefined> {
  const tell = (accounts: Iterable<Set<Listener>>) => {
    for (const set of accounts) for (const one of set) one.changed();
  };
  try {
    return await listen(
      process.env.DATABASE_URL ?? "",
      "dihya_notifications",
      (account) => tell([state.listeners.get(Number(account)) ?? new Set<Listener>()]),
      () => tell(state.listeners.values()),
    );
  } catch (error) {
    // Without it the pages still show what is new when they are opened; the next one to follow tries again.
    log.warn({ err: error }, "live notices");
    state.connection = undefined;
    return undefined;
  }
}
