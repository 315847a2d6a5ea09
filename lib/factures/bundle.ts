/** Documents in one file at most: about two years of monthly invoices. */
export const MOST = 60;

type Issued = { clientId: number; numero: string | null };

/** The newest documents that one file holds, and its name: it says so when older ones were left out. */
export function bundleOf<T extends Issued>(newest: readonly T[]): { rows: T[]; name: string } {
  const rows = newest.slice(0, MOST);
  const [first] = rows;
  if (rows.length === 1) return { rows, name: `${first?.numero}.pdf` };
  const part = newest.length > MOST ? `-${MOST}-dernieres` : "";
  return { rows, name: `factures-client-${first?.clientId}${part}.pdf` };
}
