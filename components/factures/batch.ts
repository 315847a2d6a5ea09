/** What became of one of several: in words, with where to look at it. */
export type BatchLine = { id: number; ok: boolean; message: string; href?: string };

/** One that may be chosen. `cents`: its amount, in the hundredth of `devise`. */
export type BatchItem = { id: number; name: string; cents: number; devise: string };

/** Sums of chosen items, one per currency. */
export function batchTotals(items: readonly BatchItem[]): { devise: string; cents: number }[] {
  return [...Map.groupBy(items, ({ devise }) => devise)].map(([devise, list]) => ({
    devise,
    cents: list.reduce((sum, { cents }) => sum + cents, 0),
  }));
}
