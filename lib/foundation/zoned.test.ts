import { fromDate } from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDay, withOffset } from "./zoned";

const zones = [
  "Europe/Paris",
  "Africa/Casablanca",
  "Africa/Algiers",
  "America/Martinique",
  "Indian/Reunion",
  "Pacific/Noumea",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/St_Johns",
  "UTC",
];
const moments = fc.date({ min: new Date("1960-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

describe("local time", () => {
  it("says the clock of the zone and its offset, at every instant", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (instant, zone) => {
        const local = fromDate(instant, zone);
        const text = withOffset(instant, zone);
        expect(text.slice(0, 19)).toBe(local.toString().slice(0, 19));
        expect(new Date(text).getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000);
        expect(civilDay(instant, zone)).toBe(local.toString().slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });

  it("changes at the very second that the clocks do, both ways", () => {
    const at = (text: string) => withOffset(new Date(text), "Europe/Paris");
    expect(at("2026-03-29T00:59:59Z")).toBe("2026-03-29T01:59:59+01:00");
    expect(at("2026-03-29T01:00:00Z")).toBe("2026-03-29T03:00:00+02:00");
    expect(at("2026-10-25T00:59:59Z")).toBe("2026-10-25T02:59:59+02:00");
    expect(at("2026-10-25T01:00:00Z")).toBe("2026-10-25T02:00:00+01:00");
  });
});
