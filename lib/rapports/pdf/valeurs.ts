import type { Feuille } from "@/lib/factures/pdf/feuille";
import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import type { LigneRapport, Rapport } from "@/lib/rapports/schemas-rapport";

type Colonne = Rapport["colonnes"][number];

/** A figure as people read it. */
export function cellText(colonne: Colonne, ligne: LigneRapport, { langue, pays, hours }: Feuille): string {
  const value = ligne.valeurs[colonne.code] ?? null;
  const language = { locale: langue, region: pays };
  if (value === null) return "–";
  if (colonne.unite === "montant")
    return formatMoney(decimalToCents(String(value)), ligne.devise ?? "EUR", language);
  if (colonne.unite === "minutes") return hours(Number(value));
  return formatNumber(Number(value), { ...language, decimals: colonne.unite === "note" ? 1 : undefined });
}

/** A figure as a length: cents, minutes or a count. */
export function sizeOf(colonne: Colonne, ligne: LigneRapport): number {
  const value = ligne.valeurs[colonne.code] ?? 0;
  return colonne.unite === "montant" ? decimalToCents(String(value)) : Number(value);
}
