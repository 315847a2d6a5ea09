import type { FactureShape } from "@/lib/factures/schemas";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";

type Line = Pick<FactureShape["lignes"][number], "taux_tva" | "montant_ht" | "montant_tva">;

/** Net and VAT of each rate, lowest first. `tauxBp`: basis points. */
export function vatByRate(lines: readonly Line[]): { tauxBp: number; ht: string; tva: string }[] {
  const sum = (list: string[]) =>
    centsToDecimal(list.reduce((cents, amount) => cents + decimalToCents(amount), 0));
  return [...Map.groupBy(lines, ({ taux_tva }) => decimalToCents(taux_tva))]
    .sort(([a], [b]) => a - b)
    .map(([tauxBp, list]) => ({
      tauxBp,
      ht: sum(list.map(({ montant_ht }) => montant_ht)),
      tva: sum(list.map(({ montant_tva }) => montant_tva)),
    }));
}
