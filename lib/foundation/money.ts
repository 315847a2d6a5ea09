/**
 * Money is an integer number of cents (the hundredth of the currency), never a float.
 * Products of cents, minutes and rates can pass 2^53, so every rounding runs on BigInt.
 */

const CENTS_PER_UNIT = 100n;
const BP_PER_ONE = 10_000n;
const MINUTES_PER_HOUR = 60n;
/** Optional minus, whole part without superfluous zero, at most two decimals after a dot. */
const DECIMAL = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,2}))?$/;

/**
 * `numerator / denominator` rounded to the nearest integer, ties away from zero, so that a credit note
 * mirrors its invoice to the cent. For positive amounts this is the usual half-up rounding.
 * @throws RangeError if an argument is not a safe integer or the denominator is not positive
 */
export function divideHalfUp(numerator: bigint | number, denominator: bigint | number): number {
  const over = toBigInt(numerator);
  const under = toBigInt(denominator);
  if (under <= 0n) throw new RangeError("the denominator must be positive");
  const magnitude = over < 0n ? -over : over;
  const rounded = (2n * magnitude + under) / (2n * under);
  return toSafeNumber(over < 0n ? -rounded : rounded);
}

/**
 * `cents × bp / 10 000`, half-up.
 * @param cents amount in cents
 * @param bp rate in basis points (5.5 % = 550)
 * @returns cents
 */
export function multiplyRate(cents: number, bp: number): number {
  return divideHalfUp(toBigInt(cents) * toBigInt(bp), BP_PER_ONE);
}

/**
 * Price of a duration: `centsPerHour × minutes / 60`, half-up.
 * @param centsPerHour hourly price in cents
 * @param minutes whole minutes
 * @returns cents
 */
export function priceOfMinutes(centsPerHour: number, minutes: number): number {
  return divideHalfUp(toBigInt(centsPerHour) * toBigInt(minutes), MINUTES_PER_HOUR);
}

/** Sum of amounts in cents; refuses to leave the exact integers. */
export function sumCents(amounts: Iterable<number>): number {
  let total = 0n;
  for (const cents of amounts) total += toBigInt(cents);
  return toSafeNumber(total);
}

/** `12700` → `"127.00"`: the decimal text of the REST API and of exports (dot, two decimals, no group). */
export function centsToDecimal(cents: number): string {
  const value = toBigInt(cents);
  const magnitude = value < 0n ? -value : value;
  const fraction = String(magnitude % CENTS_PER_UNIT).padStart(2, "0");
  return `${value < 0n ? "-" : ""}${magnitude / CENTS_PER_UNIT}.${fraction}`;
}

/**
 * `"127.00"` → `12700`. Accepts `127`, `127.5`, `127.50`, `-3.10`.
 * @throws RangeError on anything else: comma, exponent, group, third decimal, spaces, empty text
 */
export function decimalToCents(text: string): number {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`"${text.slice(0, 40)}" is not an amount with at most two decimals`);
  const [, minus, whole = "0", fraction = ""] = match;
  const cents = BigInt(whole) * CENTS_PER_UNIT + BigInt(fraction.padEnd(2, "0"));
  return toSafeNumber(minus ? -cents : cents);
}

/** @throws RangeError if a number is not a safe integer */
export function toBigInt(value: bigint | number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an exact integer`);
  return BigInt(value);
}

function toSafeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond exact integers`);
  return number;
}
