export type Count = { used: number; endMs: number };

/**
 * Uses of many keys, each in windows of fixed length that begin with its first use, in the memory of this process. At
 * most `mostKeys` are held: what ran out goes first, then the oldest, so that no flood of new keys makes it grow.
 */
export class WindowCounter {
  // Of equal length and put in when they begin, windows end in the order in which the map holds them.
  readonly #windows = new Map<string, Count>();

  constructor(
    readonly windowMs: number,
    readonly mostKeys: number,
  ) {}

  get size(): number {
    return this.#windows.size;
  }

  /** Counts one use of `key` at `nowMs`, a clock that never goes back. */
  count(key: string, nowMs: number): Count {
    const known = this.#windows.get(key);
    if (known && known.endMs > nowMs) {
      known.used += 1;
      return known;
    }
    this.#windows.delete(key);
    this.#makeRoom(nowMs);
    const fresh = { used: 1, endMs: nowMs + this.windowMs };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #makeRoom(nowMs: number): void {
    for (const [key, { endMs }] of this.#windows) {
      if (endMs > nowMs && this.#windows.size < this.mostKeys) return;
      this.#windows.delete(key);
    }
  }
}
