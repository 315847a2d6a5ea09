/**
 * A planning problem as the search reads it: flat typed arrays, visits and tours by number. A tour is what one person
 * may do on one day. Times are in the unit of the problem (minutes in the product), absolute over all days.
 * Built by `compile` from a `Probleme`, or by the readers of public instances in `bench/planning`.
 */
export type Instance = {
  visits: number;
  tours: number;
  places: number;
  /** Per mode, place a × place b: how long the way takes, and what it costs. */
  time: Float64Array;
  cost: Float64Array;
  // Visits.
  place: Int32Array;
  duration: Float64Array;
  demand: Float64Array;
  /** When the first window of the visit opens and its last one closes. */
  opens: Float64Array;
  closes: Float64Array;
  /** Windows of visit v: from `windowFrom[v]` up to `windowFrom[v + 1]`, in order; a start (see `lateAtEnd`) lies inside. */
  windowFrom: Int32Array;
  windowOpen: Float64Array;
  windowClose: Float64Array;
  /** No start after this one: infinite where lateness is only paid for. */
  hardLatest: Float64Array;
  /** The other visit of a two-person service, or -1; the start of the second less that of the first is in [gapMin, gapMax]. */
  partner: Int32Array;
  isSecond: Uint8Array;
  gapMin: Float64Array;
  gapMax: Float64Array;
  /** The visit that is given or left out together with this one, or -1. */
  mate: Int32Array;
  /** Paid when the visit is left out; a pair pays it once for each half. */
  omission: Float64Array;
  /** visit × tour: what this tour giving this visit costs besides time and way; infinite when it may not. */
  assign: Float32Array;
  /** Tours that may give the visit: `allowedFrom[v]` … `allowedFrom[v + 1]`. */
  allowedFrom: Int32Array;
  allowed: Int32Array;
  /** A visit that stays where it is. */
  pinned: Uint8Array;
  // Tours.
  person: Int32Array;
  /** Tours of one class are alike while empty: one of them is looked at. */
  kind: Int32Array;
  mode: Int32Array;
  startPlace: Int32Array;
  endPlace: Int32Array;
  open: Float64Array;
  close: Float64Array;
  hardClose: Float64Array;
  capacity: Float64Array;
  fixedCost: Float64Array;
  /** A break of at least `breakLasts` begins and ends in this span; not a number where the tour has none. */
  breakOpen: Float64Array;
  breakClose: Float64Array;
  breakLasts: Float64Array;
  weights: Poids;
  /** Whether two visits are ever linked in time. */
  hasPairs: boolean;
  /** Whether lateness is paid for somewhere; otherwise each start is checked against a latest one. */
  hasSoftTime: boolean;
  /** Whether whole days are judged (waiting, breaks, overtime, several windows), and not only ways and lateness. */
  isDaily: boolean;
};

/** What one unit of each fault costs. */
export type Poids = {
  travel: number;
  tardiness: number;
  maxTardiness: number;
  /** Between visits; before the first one nobody waits, since they leave later. */
  waiting?: number;
  /** After the end of the tour. */
  overtime?: number;
  /** The idlest tour's time within its span that is neither way, visit nor break. */
  maxIdle?: number;
  /** A break that has no room. */
  missedBreak?: number;
};
