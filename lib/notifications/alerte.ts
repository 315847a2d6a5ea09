const HOUR_MS = 3_600_000;

/** A late arrival older than this is the business of the list of days gone by. */
export const LOOK_BACK_MS = 24 * HOUR_MS;
export const REVIEW_BACK_MS = 30 * 24 * HOUR_MS;
