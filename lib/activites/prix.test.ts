import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceOfVisit, surcharged, taxCredit } from "./prix";

describe("price of a visit", () => {
  it("bills the time done when it passes the minimum", () => {
    expect(priceOfVisit({ minutes: 90, hourlyTtcCents: 3190, minimumMin: 60 })).toEqual({
      billedMin: 90,
      ttcCents: 4785,
    });
  });

  it("bills the minimum of the agency for a shorter visit", () => {
    expect(priceOfVisit({ minutes: 20, hourlyTtcCents: 3190, minimumMin: 60 })).toEqual({
      billedMin: 60,
      ttcCents: 3190,
    });
  });

  it("never gets cheaper when the visit gets longer", () => {
    const visit = fc.record({
      minutes: fc.integer({ min: 0, max: 1440 }),
      hourlyTtcCents: fc.integer({ min: 0, max: 100_000 }),
      minimumMin: fc.integer({ min: 0, max: 240 }),
    });
    fc.assert(
      fc.property(visit, fc.integer({ min: 0, max: 600 }), (short, more) => {
        const long = { ...short, minutes: short.minutes + more };
        return priceOfVisit(long).ttcCents >= priceOfVisit(short).ttcCents;
      }),
    );
  });

  it("refuses a negative duration", () => {
    expect(() => priceOfVisit({ minutes: -1, hourlyTtcCents: 100, minimumMin: 0 })).toThrow(RangeError);
  });
});

describe("surcharge", () => {
  it("rounds the hourly price once: 29.54 × 1.25 = 36.93", () => {
    expect(surcharged(2954, 2500)).toBe(3693);
  });

  it("leaves the price alone at 0 %", () => {
    expect(surcharged(2954, 0)).toBe(2954);
  });
});

describe("indicative tax credit", () => {
  it("is half of the spending, half-up: 331.03 × 50 % = 165.52", () => {
    expect(taxCredit({ ttcCents: 33_103, rateBp: 5000 })).toBe(16_552);
  });

  it("counts only what is left under the ceiling", () => {
    expect(taxCredit({ ttcCents: 33_103, rateBp: 5000, capRemainingCents: 20_000 })).toBe(10_000);
    expect(taxCredit({ ttcCents: 33_103, rateBp: 5000, capRemainingCents: -100 })).toBe(0);
  });
});
