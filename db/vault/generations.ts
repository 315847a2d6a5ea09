/**
 * A bounded memory of what is dear to compute: the younger half is kept whole, the older goes when the younger is
 * full or `lifeMs` have passed, so nothing stays longer than twice that.
 */
export class Generations<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #since = Date.now();
  readonly #most: number;
  readonly #lifeMs: number;

  constructor(most: number, lifeMs: number) {
    this.#most = most;
    this.#lifeMs = lifeMs;
  }

  get(key: string, make: () => V): V {
    return this.peek(key) ?? this.put(key, make());
  }

  peek(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    return old === undefined ? undefined : this.put(key, old);
  }

  put(key: string, value: V): V {
    if (this.#young.size >= this.#most / 2 || Date.now() - this.#since > this.#lifeMs) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#since = Date.now();
    }
    this.#young.set(key, value);
    return value;
  }
}
