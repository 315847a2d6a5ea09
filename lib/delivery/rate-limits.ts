import type { Actor } from "@/lib/foundation/context";
import { requestLimits } from "@/lib/foundation/env";
import { Refused } from "@/lib/foundation/errors";
import { WindowCounter } from "@/lib/foundation/window-counter";
import { addressOf } from "./client-address";

/** By whom requests are counted: everyone by address, and besides as guest, as account or as partner key. */
type Policy = "address" | "guest" | "account" | "key";
type Standing = { policy: Policy; most: number; left: number; seconds: number };

const WINDOW_SECONDS = 60;
const MOST_KEYS = 50_000;

// Next has its own copy of this module: both doors count together.
const shared = globalThis as typeof globalThis & { dihyaCounters?: Map<Policy, WindowCounter> };
const standings = new WeakMap<Request, Standing[]>();

/** A counter for each policy: a flood of addresses pushes no account out. */
function counterOf(policy: Policy): WindowCounter {
  shared.dihyaCounters ??= new Map();
  const known = shared.dihyaCounters.get(policy);
  if (known) return known;
  const fresh = new WindowCounter(WINDOW_SECONDS * 1000, MOST_KEYS);
  shared.dihyaCounters.set(policy, fresh);
  return fresh;
}

function mostOf(policy: Policy): number {
  const { DIHYA_LIMIT_ADDRESS, DIHYA_LIMIT_GUEST, DIHYA_LIMIT_ACCOUNT } = requestLimits();
  if (policy === "address") return DIHYA_LIMIT_ADDRESS;
  return policy === "guest" ? DIHYA_LIMIT_GUEST : DIHYA_LIMIT_ACCOUNT;
}

/** Counts the request under a policy, once. Throws `rateLimited` with Retry-After beyond its limit. */
function count(request: Request, policy: Policy, key: string): void {
  const list = standings.get(request) ?? [];
  if (list.some((one) => one.policy === policy)) return;
  // Whole: sums of fractions are a hair more than their parts, and a second too many would be told.
  const nowMs = Math.floor(performance.now());
  const { used, endMs } = counterOf(policy).count(key, nowMs);
  const most = mostOf(policy);
  const seconds = Math.max(1, Math.ceil((endMs - nowMs) / 1000));
  standings.set(request, [...list, { policy, most, left: Math.max(0, most - used), seconds }]);
  if (used > most)
    throw new Refused("rateLimited", { params: { seconds }, headers: { "Retry-After": String(seconds) } });
}

// Where no server of ours stands in front, nobody says who calls: all are one.
const addressKey = (request: Request) => addressOf(request.headers) ?? "";

/** Counts a request by its address before anything is done for it; and as a guest's when it names nobody. */
export function countArrival(request: Request): void {
  count(request, "address", addressKey(request));
  if (!request.headers.has("authorization") && !request.headers.has("cookie")) countGuest(request);
}

/** Counts a request of nobody, or of somebody who could not prove it, by its address. */
export function countGuest(request: Request): void {
  count(request, "guest", addressKey(request));
}

/** Counts a request by whoever proved to send it. Throws `rateLimited`. */
export function countActor(request: Request, { id, cle }: Actor): void {
  if (cle) count(request, "key", String(cle.id));
  else if (id === null) countGuest(request);
  else count(request, "account", String(id));
}

/** Writes what the caller may still send (draft-ietf-httpapi-ratelimit-headers) on the answer to its request. */
export function tellLimits(request: Request, headers: Headers): void {
  const list = standings.get(request) ?? [];
  const policies = list.map(({ policy, most }) => `"${policy}";q=${most};w=${WINDOW_SECONDS}`);
  headers.set("RateLimit-Policy", policies.join(", "));
  headers.set(
    "RateLimit",
    list.map(({ policy, left, seconds }) => `"${policy}";r=${left};t=${seconds}`).join(", "),
  );
}
