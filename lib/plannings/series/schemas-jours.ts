/** Days of the week as RFC 5545 names them, Monday first. Apart from the shapes: the browser needs only these words. */
export const joursRegle = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
