/** A break, beside a visit's place (-1: where the tour starts). */
export type Rest = { from: number; to: number; visit: number };

/**
 * What the search asks of the arithmetic of plans. `RouteKernel` knows ways and lateness and is fast; `DayKernel` knows
 * whole days: several windows, breaks, waiting, overtime, idleness.
 */
export interface Kernel {
  /** Empty rows. */
  reset(): void;
  /** Before a trial; a visit may cost `tolerance` more than leaving it out does, waiting counts
   * `ease` less of what it costs in `guidance`. */
  begin(tolerance: number, ease: number): void;
  /** Starts after visits were taken out; false when rows wait for each other or a hard time is missed. */
  settle(): boolean;
  /** Puts a visit, and its other half if that is out as well, where it costs least; it may stay out. */
  insert(visit: number): void;
  /** What the plan costs now. */
  evaluate(): number;
  /**
   * A cost that is not one: shows the way where the true cost is flat, as when one of many idle tours gets work and the
   * idlest stays as it is.
   */
  guidance(): number;
  /** By tour, the break that is taken, if any. */
  rests(): (Rest | undefined)[];
  /** After the journal put the rows back. */
  restore(): void;
}
