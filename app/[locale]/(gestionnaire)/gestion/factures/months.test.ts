import { expect, test } from "vitest";
import { monthDays, monthOf, readMonth } from "./months";

test("months cross the year, and have their own last day", () => {
  expect(monthOf("2026-01-31", -1)).toBe("2025-12");
  expect(monthOf("2026-12-01", 1)).toBe("2027-01");
  expect(monthDays("2028-02")).toEqual({ du: "2028-02-01", au: "2028-02-29" });
});

test("only a month is read as one", () => {
  expect(readMonth("2026-02")).toBe("2026-02");
  expect(readMonth("2026-13")).toBeNull();
  expect(readMonth(undefined)).toBeNull();
});
