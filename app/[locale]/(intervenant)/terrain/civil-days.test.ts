import { describe, expect, it } from "vitest";
import { civilDayAfter, monthOf, weekOf } from "./civil-days";

describe("civil days", () => {
  it("passes the end of a year", () => {
    expect(civilDayAfter("2026-12-31", 1)).toBe("2027-01-01");
    expect(weekOf("2026-W53", "2026-11-24")).toEqual({
      week: "2026-W53",
      days: [
        "2026-12-28",
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
        "2027-01-01",
        "2027-01-02",
        "2027-01-03",
      ],
      previous: "2026-W52",
      next: "2027-W01",
    });
  });

  it("falls back to the present week for what is no week", () => {
    for (const text of [undefined, "", "2026-W54", "soon"])
      expect(weekOf(text, "2026-11-24").week).toBe("2026-W48");
  });

  it("knows how long a month is", () => {
    expect(monthOf("2028-02-10")).toEqual({ du: "2028-02-01", au: "2028-02-29" });
  });
});
