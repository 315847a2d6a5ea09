const HOUR_MS = 3_600_000;

/** Nobody clocked in this long after the planned start. */
export const LATE_MS = HOUR_MS / 4;
/** Nobody clocked out this long after the planned end. */
export const OPEN_MS = HOUR_MS;
/** Nobody assigned, and the visit starts within this. */
export const UNASSIGNED_MS = 48 * HOUR_MS;
/** A late arrival older than this is the business of the list of days gone by. */
export const LOOK_BACK_MS = 24 * HOUR_MS;
/** Days past the term during which an unpaid invoice is told of. */
export const OVERDUE_DAYS = 60;
/** Stars, of five. */
export const LOW_RATING = 2;
export const REVIEW_BACK_MS = 30 * 24 * HOUR_MS;
