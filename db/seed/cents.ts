/** Money of the demonstration: integer cents, half-up, tax-included amounts are the master. */
export type LigneMontants = { ttc: number; tauxBp: number };
export type Ventilation = { ht: number; tva: number; ttc: number };

/** Price of a duration: hourly price × minutes, half-up, never less than the minimum. */
export function priceOf(hourly: number, minutes: number, minimumMin: number): number {
  return divide(hourly * Math.max(minutes, minimumMin), 60);
}

export function half(cents: number): number {
  return divide(cents, 2);
}

/** HT per rate half-up, then cents to the lines by largest remainder; ties go to the larger amount. */
export function splitVat(lignes: readonly LigneMontants[]) {
  const parLigne: Ventilation[] = lignes.map(({ ttc }) => ({ ht: 0, tva: 0, ttc }));
  const taux = [...new Set(lignes.map((ligne) => ligne.tauxBp))].sort((a, b) => a - b);
  const parTaux = taux.map((tauxBp) => {
    const divisor = 10_000 + tauxBp;
    const shares = lignes.flatMap((ligne, index) => {
      if (ligne.tauxBp !== tauxBp) return [];
      const scaled = ligne.ttc * 10_000;
      return [{ index, ttc: ligne.ttc, floor: Math.floor(scaled / divisor), remainder: scaled % divisor }];
    });
    const ttc = shares.reduce((total, share) => total + share.ttc, 0);
    const ht = divide(ttc * 10_000, divisor);
    const missing = ht - shares.reduce((total, share) => total + share.floor, 0);
    const ranked = shares.toSorted((a, b) => b.remainder - a.remainder || b.ttc - a.ttc || a.index - b.index);
    ranked.forEach((share, rank) => {
      const net = share.floor + (rank < missing ? 1 : 0);
      parLigne[share.index] = { ht: net, tva: share.ttc - net, ttc: share.ttc };
    });
    return { tauxBp, ht, tva: ttc - ht, ttc };
  });
  const sum = (pick: (row: Ventilation) => number) => parTaux.reduce((total, row) => total + pick(row), 0);
  return {
    parLigne,
    parTaux,
    ht: sum((row) => row.ht),
    tva: sum((row) => row.tva),
    ttc: sum((row) => row.ttc),
  };
}

function divide(value: number, divisor: number): number {
  return Math.floor((2 * value + divisor) / (2 * divisor));
}
