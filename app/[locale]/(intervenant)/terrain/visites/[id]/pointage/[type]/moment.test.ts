import { describe, expect, it } from "vitest";
import { momentMeant } from "./moment";

const paris = "Europe/Paris";
const shown = new Date("2026-11-24T08:02:37.000Z");

describe("the moment a person means by a time of day", () => {
  it("is the instant shown, to the second, when the minute was left as it was", () => {
    expect(momentMeant("09:02", shown, paris)).toEqual(shown);
    expect(momentMeant("09:02:00", shown, paris)).toEqual(shown);
  });

  it("is earlier today, on the clock of the agency", () => {
    expect(momentMeant("08:45", shown, paris).toISOString()).toBe("2026-11-24T07:45:00.000Z");
  });

  it("is yesterday when the time has not come yet today", () => {
    expect(momentMeant("23:50", shown, paris).toISOString()).toBe("2026-11-23T22:50:00.000Z");
  });

  it("refuses what is no time", () => {
    expect(() => momentMeant("29:99", shown, paris)).toThrow("validation");
  });
});
