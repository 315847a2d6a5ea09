import { describe, expect, it } from "vitest";
import { durationsOf } from "./durations";

describe("durations offered to a client", () => {
  it("goes by half hours to four hours, then by hours to eight", () => {
    expect(durationsOf(60, null)).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8]);
  });

  it("starts at the agency's minimum", () => {
    expect(durationsOf(120, null)[0]).toBe(2);
    expect(durationsOf(100, null)[0]).toBe(2);
  });

  it("never passes the legal maximum of the activity (handyman: two hours)", () => {
    expect(durationsOf(60, 120)).toEqual([1, 1.5, 2]);
  });

  it("offers the maximum when the minimum would pass it", () => {
    expect(durationsOf(180, 120)).toEqual([2]);
  });
});
