import { multiplyRate, priceOfMinutes } from "@/lib/foundation/money";

const BP_PER_ONE = 10_000;

export type PriceOfVisit = { billedMin: number; ttcCents: number };

/**
 * Price of one visit, TTC-master: the price shown to the consumer is the one that is multiplied.
 * @param minutes duration done, whole minutes
 * @param hourlyTtcCents hourly price, tax included, cents
 * @param minimumMin shortest billed duration of the agency in force on the day of the visit, minutes
 */
export function priceOfVisit(visit: {
  minutes: number;
  hourlyTtcCents: number;
  minimumMin: number;
}): PriceOfVisit {
  assertNotNegative(visit.minutes, visit.hourlyTtcCents, visit.minimumMin);
  const billedMin = Math.max(visit.minutes, visit.minimumMin);
  return { billedMin, ttcCents: priceOfMinutes(visit.hourlyTtcCents, billedMin) };
}

/**
 * Hourly price with a commercial surcharge (Sunday, evening…), rounded once per hour so that the printed
 * unit price is the one that is multiplied: 29.54 + 25 % = 36.93.
 * @param hourlyTtcCents hourly price, cents
 * @param surchargeBp surcharge, basis points (25 % = 2500)
 */
export function surcharged(hourlyTtcCents: number, surchargeBp: number): number {
  assertNotNegative(hourlyTtcCents, surchargeBp);
  return multiplyRate(hourlyTtcCents, BP_PER_ONE + surchargeBp);
}

/**
 * Indicative tax credit on eligible spending (CGI art. 199 sexdecies): the administration alone decides.
 * @param ttcCents eligible spending borne by the client, cents
 * @param rateBp rate in force, basis points
 * @param capRemainingCents spending still under the yearly ceiling, cents; absent = not limited
 * @returns cents, half-up
 */
export function taxCredit(spending: {
  ttcCents: number;
  rateBp: number;
  capRemainingCents?: number;
}): number {
  const { ttcCents, rateBp, capRemainingCents = ttcCents } = spending;
  assertNotNegative(ttcCents, rateBp);
  return multiplyRate(Math.min(ttcCents, Math.max(capRemainingCents, 0)), rateBp);
}

function assertNotNegative(...values: number[]): void {
  if (values.some((value) => value < 0)) throw new RangeError("a price, a rate or a duration is negative");
}
