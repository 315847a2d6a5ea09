import { divideHalfUp, multiplyRate } from "@/lib/foundation/money";
import { priceOfVisit, taxCredit } from "./prix";

const BP_PER_ONE = 10_000;
const MONTHS = 12;
/** Visits in a year of each frequency; a single visit counts once. */
export const visitsPerYear = { ponctuel: 1, hebdomadaire: 52, bimensuel: 26, mensuel: 12 } as const;

export type DevisEstime = {
  billedMin: number;
  visites: number;
  /** Amounts in cents; `mois` of a single visit is that visit. */
  visite: { ht: number; tva: number; ttc: number; reste: number };
  mois: { ttc: number; credit: number; reste: number };
  plafonne: boolean;
};

/**
 * Indicative cost of a service, TTC-master (net = TTC / (1 + rate), VAT = the difference). A month is a twelfth of
 * the year, so that weekly visits count 52 weeks. The tax credit applies to the spending of a year up to
 * `ceilingCents` (CGI 199 sexdecies; D7233-5 for some activities) and is spread evenly over its visits.
 */
export function estimateDevis(asked: {
  minutes: number;
  frequence: keyof typeof visitsPerYear;
  hourlyTtcCents: number;
  minimumMin: number;
  vatBp: number;
  credit: { rateBp: number; ceilingCents: number } | null;
}): DevisEstime {
  const { billedMin, ttcCents: ttc } = priceOfVisit(asked);
  const visites = visitsPerYear[asked.frequence];
  const yearly = ttc * visites;
  const yearlyCredit = asked.credit
    ? taxCredit({
        ttcCents: yearly,
        rateBp: asked.credit.rateBp,
        capRemainingCents: asked.credit.ceilingCents,
      })
    : 0;
  const parts = asked.frequence === "ponctuel" ? 1 : MONTHS;
  const ht = divideHalfUp(ttc * BP_PER_ONE, BP_PER_ONE + asked.vatBp);
  const monthly = divideHalfUp(yearly, parts);
  const monthlyCredit = divideHalfUp(yearlyCredit, parts);
  return {
    billedMin,
    visites,
    visite: { ht, tva: ttc - ht, ttc, reste: ttc - divideHalfUp(yearlyCredit, visites) },
    mois: { ttc: monthly, credit: monthlyCredit, reste: monthly - monthlyCredit },
    plafonne: asked.credit !== null && yearlyCredit < multiplyRate(yearly, asked.credit.rateBp),
  };
}
