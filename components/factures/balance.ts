import type { FactureSummary } from "@/lib/factures/schemas";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";

type Summed = Pick<FactureSummary, "devise" | "total_ttc" | "reste_a_payer" | "echue" | "statut" | "type">;

export type Balance = {
  devise: string;
  /** Amounts as the API writes them. */
  total: string;
  /** Left to pay on issued ones; drafts are not owed yet. */
  reste: string;
  /** How many are overdue. */
  echues: number;
};

/** Sums of invoices, one per currency, in order of appearance. */
export function balanceOf(factures: readonly Summed[]): Balance[] {
  return [...Map.groupBy(factures, ({ devise }) => devise)].map(([devise, list]) => {
    const sum = (amounts: string[]) =>
      centsToDecimal(amounts.reduce((cents, amount) => cents + decimalToCents(amount), 0));
    return {
      devise,
      // What a credit note gives back is taken off.
      total: sum(list.map(({ type, total_ttc }) => (type === "avoir" ? `-${total_ttc}` : total_ttc))),
      reste: sum(list.filter(({ statut }) => statut !== "brouillon").map((one) => one.reste_a_payer)),
      echues: list.filter(({ echue }) => echue).length,
    };
  });
}
