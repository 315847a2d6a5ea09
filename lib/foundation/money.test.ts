import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centsToDecimal,
  decimalToCents,
  divideHalfUp,
  multiplyRate,
  priceOfMinutes,
  sumCents,
} from "./money";

const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const bp = fc.integer({ min: 0, max: 10_000 });

describe("decimal text", () => {
  it.each([
    [12_700, "127.00"],
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [-123_456, "-1234.56"],
  ])("writes %i cents as %s", (amount, text) => {
    expect(centsToDecimal(amount)).toBe(text);
    expect(decimalToCents(text)).toBe(amount);
  });

  it.each([
    "",
    " ",
    "1,50",
    "1.505",
    "1e3",
    "1 000.00",
    "01.00",
    ".5",
    "5.",
    "+5",
    "abc",
    "0x10",
    "NaN",
    "١٢",
  ])("refuses %j", (text) => {
    expect(() => decimalToCents(text)).toThrow(RangeError);
  });

  it("comes back to the same cents, for every amount", () => {
    fc.assert(fc.property(cents, (amount) => decimalToCents(centsToDecimal(amount)) === amount));
  });

  it("refuses a float", () => {
    expect(() => centsToDecimal(127.5)).toThrow(RangeError);
    expect(() => multiplyRate(0.1, 100)).toThrow(RangeError);
  });
});

describe("rounding", () => {
  it.each([
    [2954, 12_500, 3693],
    [36_925, 10_000, 36_925],
    [1, 5000, 1],
    [-1, 5000, -1],
    [1, 4999, 0],
  ])("multiplyRate(%i, %i) = %i", (amount, rate, expected) => {
    expect(multiplyRate(amount, rate)).toBe(expected);
  });

  it("prices 2 h 30 at 36.93 as 92.33 (a tie goes up)", () => {
    expect(priceOfMinutes(3693, 150)).toBe(9233);
  });

  it("is never further than half a cent from the exact value, and a tie goes away from zero", () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 100_000 }), (over, under) => {
        const rounded = BigInt(divideHalfUp(over, under));
        const twiceError = 2n * (rounded * BigInt(under) - BigInt(over));
        const towardsInfinity = over < 0 ? -twiceError : twiceError;
        return towardsInfinity <= BigInt(under) && towardsInfinity > -BigInt(under);
      }),
    );
  });

  it("mirrors: the rounding of the opposite is the opposite of the rounding", () => {
    fc.assert(
      fc.property(cents, bp, (amount, rate) => {
        expect(multiplyRate(-amount, rate) + multiplyRate(amount, rate)).toBe(0);
      }),
    );
  });

  it("is exact where floats are not", () => {
    expect(priceOfMinutes(900_719_925_474, 600)).toBe(9_007_199_254_740);
    expect(sumCents([10, 20, -5])).toBe(25);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
