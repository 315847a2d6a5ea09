const HOUR_MS = 3_600_000;

/** A late arrival older than this is the business of the list of days gone by. */
export const LOOK_BACK_MS = 24 * HOUR_MS;
/** Days before the last day for the answer to a rights request. */
export const RIGHTS_DAYS = 7;
export const REVIEW_BACK_MS = 30 * 24 * HOUR_MS;
