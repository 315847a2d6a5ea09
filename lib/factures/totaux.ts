import { divideHalfUp, sumCents, toBigInt } from "@/lib/foundation/money";

const BP_PER_ONE = 10_000n;
const MINUTES_PER_HOUR = 60n;

/** What is multiplied by the unit price: minutes (hourly price) or whole units (flat price). */
export type Quantite = { minutes: number } | { unites: number };

/** A priced line before VAT is split. `ttcCents` must equal quantity × unit price, half-up. */
export type LigneChiffree = Quantite & { unitTtcCents: number; rateBp: number; ttcCents: number };

export type LigneVentilee = { rateBp: number; htCents: number; tvaCents: number; ttcCents: number };
export type TotalParTaux = { rateBp: number; htCents: number; tvaCents: number; ttcCents: number };
export type Totaux = {
  /** same order as the lines received */
  lignes: LigneVentilee[];
  /** one row per VAT rate, lowest rate first */
  parTaux: TotalParTaux[];
  htCents: number;
  tvaCents: number;
  ttcCents: number;
};

/**
 * TTC-master totals: the amounts tax included are given, the net and the VAT follow from them.
 * Per rate, HT = round(TTC / (1 + rate)) and VAT = TTC − HT; inside a rate the HT cents go to the lines by
 * largest remainder, so lines, rates and totals agree to the cent (EN 16931 BR-CO-10, 13, 14, 15).
 * Negative lines (discounts, credit notes) are accepted; a credit note gives the exact mirror of its invoice.
 * @throws RangeError if a line is not quantity × unit price, or a rate is negative
 */
export function computeTotaux(lignes: readonly LigneChiffree[]): Totaux {
  lignes.forEach(assertLigne);
  const ventilees = new Array<LigneVentilee>(lignes.length);
  const parTaux = distinctRates(lignes).map((rateBp) => {
    const indexes = lignes.flatMap((ligne, index) => (ligne.rateBp === rateBp ? [index] : []));
    const ttc = indexes.map((index) => lignes[index]?.ttcCents ?? 0);
    const nets = splitNet(ttc, rateBp);
    indexes.forEach((index, rank) => {
      ventilees[index] = toVentilee(rateBp, ttc[rank] ?? 0, nets[rank] ?? 0);
    });
    return toVentilee(rateBp, sumCents(ttc), sumCents(nets));
  });
  return {
    lignes: ventilees,
    parTaux,
    htCents: sumCents(parTaux.map((taux) => taux.htCents)),
    tvaCents: sumCents(parTaux.map((taux) => taux.tvaCents)),
    ttcCents: sumCents(parTaux.map((taux) => taux.ttcCents)),
  };
}

/** Amount of a line, tax included: quantity × unit price, half-up, cents. */
export function amountOf(ligne: Quantite & { unitTtcCents: number }): number {
  const unit = toBigInt(ligne.unitTtcCents);
  return "minutes" in ligne
    ? divideHalfUp(unit * toBigInt(ligne.minutes), MINUTES_PER_HOUR)
    : divideHalfUp(unit * toBigInt(ligne.unites), 1n);
}

function assertLigne(ligne: LigneChiffree, index: number): void {
  if (ligne.rateBp < 0) throw new RangeError(`line ${index + 1}: negative VAT rate`);
  const expected = amountOf(ligne);
  if (ligne.ttcCents !== expected) {
    throw new RangeError(`line ${index + 1}: ${ligne.ttcCents} is not quantity × unit price (${expected})`);
  }
}

function distinctRates(lignes: readonly LigneChiffree[]): number[] {
  return [...new Set(lignes.map((ligne) => ligne.rateBp))].sort((a, b) => a - b);
}

function toVentilee(rateBp: number, ttcCents: number, htCents: number): LigneVentilee {
  return { rateBp, htCents, tvaCents: ttcCents - htCents, ttcCents };
}

/** Net amounts of the lines of one rate, whose sum is the rounded net of their sum. */
function splitNet(ttc: readonly number[], rateBp: number): number[] {
  if (isCredit(ttc)) return splitNet(ttc.map(opposite), rateBp).map(opposite);
  const divisor = BP_PER_ONE + toBigInt(rateBp);
  const shares = ttc.map((cents, index) => {
    const scaled = toBigInt(cents) * BP_PER_ONE;
    const remainder = ((scaled % divisor) + divisor) % divisor;
    return { index, cents, remainder, floor: Number((scaled - remainder) / divisor) };
  });
  const nets = shares.map((share) => share.floor);
  const target = divideHalfUp(toBigInt(sumCents(ttc)) * BP_PER_ONE, divisor);
  // Ties go to the larger amount, so the order of the lines never changes what an amount receives.
  const byRemainder = shares.toSorted(
    (a, b) => Number(b.remainder - a.remainder) || b.cents - a.cents || a.index - b.index,
  );
  for (const { index, floor } of byRemainder.slice(0, target - sumCents(nets))) nets[index] = floor + 1;
  return nets;
}

/** A group is treated by its sign, which makes a credit note the mirror of its invoice. */
function isCredit(ttc: readonly number[]): boolean {
  const total = sumCents(ttc);
  return total < 0 || (total === 0 && (ttc.find((cents) => cents !== 0) ?? 0) < 0);
}

function opposite(cents: number): number {
  return cents === 0 ? 0 : -cents;
}
