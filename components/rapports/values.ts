import { decimalToCents } from "@/lib/foundation/money";
import { formatHours, formatMoney, formatNumber, type Language } from "@/lib/i18n/format";
import type { LigneRapport, Rapport } from "@/lib/rapports/schemas-rapport";

type Colonne = Rapport["colonnes"][number];

/** A figure of a report as people read it. */
export function valueText(colonne: Colonne, ligne: LigneRapport, words: Language): string {
  const value = ligne.valeurs[colonne.code] ?? null;
  if (value === null) return "–";
  if (colonne.unite === "montant")
    return formatMoney(decimalToCents(String(value)), ligne.devise ?? "EUR", words);
  if (colonne.unite === "minutes") return formatHours(Number(value), words);
  return formatNumber(Number(value), { ...words, decimals: colonne.unite === "note" ? 1 : undefined });
}

/** A figure as a length: cents, minutes or a count. */
export function sizeOf(colonne: Colonne, ligne: LigneRapport): number {
  const value = ligne.valeurs[colonne.code] ?? 0;
  return colonne.unite === "montant" ? decimalToCents(String(value)) : Number(value);
}

export type Bar = { key: string; label: string; text: string; parts: number[] };

/** Bars of a chart: the columns `codes` side by side, in rows of one currency, the longest first unless by month. */
export function barsOf(
  rapport: Rapport,
  codes: readonly string[],
  devise: string | null,
  words: Language,
  most = 12,
): Bar[] {
  const chosen = codes.flatMap((code) => rapport.colonnes.find((one) => one.code === code) ?? []);
  const total = chosen.length > 1 ? undefined : chosen[0];
  const bars = rapport.lignes
    .filter((ligne) => ligne.devise === devise)
    .map((ligne, index): Bar & { size: number } => {
      const parts = chosen.map((colonne) => sizeOf(colonne, ligne));
      const named = total ?? wholeOf(rapport);
      return {
        key: `${ligne.cle}-${index}`,
        label: ligne.libelle,
        text: valueText(named, ligne, words),
        parts,
        size: parts.reduce((sum, part) => sum + part, 0),
      };
    });
  if (rapport.grouper_par !== "mois") bars.sort((a, b) => b.size - a.size);
  return bars.slice(0, most).map(({ size: _size, ...bar }) => bar);
}

/** The column that says how much all parts of a stacked bar make: the last sum of money, else the first count. */
function wholeOf({ colonnes }: Rapport): Colonne {
  const [first] = colonnes;
  const whole = colonnes.find(({ code }) => code === "total") ?? first;
  if (!whole) throw new RangeError("a report has columns");
  return whole;
}
