import type { Instance } from "./instance.ts";

/** Waiting can often be moved before the first visit, where it costs nothing: counted by half when a window is chosen. */
const WAITING_SHARE = 0.5;

/** Start of a visit whose person is there at `at`: at once, when the next window opens, or late if that costs less. */
export function startFrom(instance: Instance, visit: number, at: number): number {
  const { windowFrom, windowOpen, windowClose, weights } = instance;
  const last = (windowFrom[visit + 1] as number) - 1;
  let k = windowFrom[visit] as number;
  if (at <= (windowOpen[k] as number)) return windowOpen[k] as number;
  while (k < last && (windowOpen[k + 1] as number) <= at) k++;
  const late = at - (windowClose[k] as number);
  if (late <= 0 || k === last) return at;
  const waits = (windowOpen[k + 1] as number) - at;
  const isDearer = weights.tardiness * late > (weights.waiting ?? 0) * waits * WAITING_SHARE;
  return isDearer ? (windowOpen[k + 1] as number) : at;
}

/** How far the start may move later without being later than the window it stands in: itself when it is late already. */
function latestFrom(instance: Instance, visit: number, start: number): number {
  const close = closeOf(instance, visit, start);
  return Math.max(close, start);
}

/** By how much a start misses the window that opened last. */
export function latenessOf(instance: Instance, visit: number, start: number): number {
  const late = start - closeOf(instance, visit, start);
  return Math.max(late, 0);
}

function closeOf({ windowFrom, windowOpen, windowClose }: Instance, visit: number, start: number): number {
  let k = windowFrom[visit] as number;
  const last = (windowFrom[visit + 1] as number) - 1;
  while (k < last && (windowOpen[k + 1] as number) <= start) k++;
  return windowClose[k] as number;
}

/** Earliest arrival at a place `way` away, leaving at `leaves`, with the tour's break taken on that way, before or after it. */
export function arrivalAfterBreak(
  { breakOpen, breakClose, breakLasts }: Instance,
  tour: number,
  leaves: number,
  way: number,
  mayFollow: boolean,
): number {
  const opens = breakOpen[tour] as number;
  const lasts = breakLasts[tour] as number;
  const latest = (breakClose[tour] as number) - lasts;
  const first = Math.max(leaves, opens);
  const second = Math.max(leaves + way, opens);
  if (mayFollow && second <= latest)
    return second + lasts < first + lasts + way || first > latest ? second + lasts : first + lasts + way;
  return first <= latest ? first + lasts + way : leaves + way;
}

/** Latest end of a visit that leaves room for the break before what comes `way` later, which must begin by `ends + way`. */
export function endBeforeBreak(
  { breakClose, breakLasts }: Instance,
  tour: number,
  ends: number,
  way: number,
  mayFollow: boolean,
): number {
  const close = breakClose[tour] as number;
  const lasts = breakLasts[tour] as number;
  const before = Math.min(ends, close) - lasts;
  return mayFollow ? Math.max(before, Math.min(ends + way, close) - lasts - way) : before;
}

/** How long the way between two places takes for whoever serves this tour. */
export function wayOf({ places, time, mode }: Instance, tour: number, from: number, to: number): number {
  return time[(mode[tour] as number) * places * places + from * places + to] as number;
}

/** How late the last visit, now ending at `ends`, may end: so that the tour is back by its end, or no later than it is now. */
export function latestLastEnd(
  { close, hardClose }: Instance,
  tour: number,
  ends: number,
  way: number,
): number {
  return Math.max(ends, Math.min(close[tour] as number, hardClose[tour] as number) - way);
}

/** The latest start that makes nobody later, where the visit must end by `ends`; never before the one it has. */
export function laterStart(instance: Instance, visit: number, start: number, ends: number): number {
  const limit = ends - (instance.duration[visit] as number);
  const latest = Math.min(limit, latestFrom(instance, visit, start), instance.hardLatest[visit] as number);
  return Math.max(start, latest);
}
