/** A visit counts as late, or as left open, once this has passed; milliseconds. */
export const GRACE_MS = 10 * 60_000;
/** How far ahead a visit without an intervenant is pressing; milliseconds. */
export const PRESSING_MS = 7 * 86_400_000;
