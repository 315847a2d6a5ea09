import { expect, test } from "vitest";
import { periodOf } from "./periods";

test("usual periods are whole, over year ends and leap days too", () => {
  expect(periodOf("thisMonth", "2028-02-10")).toEqual({ du: "2028-02-01", au: "2028-02-29" });
  expect(periodOf("lastMonth", "2026-01-31")).toEqual({ du: "2025-12-01", au: "2025-12-31" });
  expect(periodOf("quarter", "2026-12-31")).toEqual({ du: "2026-10-01", au: "2026-12-31" });
  expect(periodOf("quarter", "2026-02-28")).toEqual({ du: "2026-01-01", au: "2026-03-31" });
  expect(periodOf("year", "2026-07-14")).toEqual({ du: "2026-01-01", au: "2026-12-31" });
  expect(periodOf("other", "2026-07-14")).toBeNull();
  expect(periodOf(undefined, "2026-07-14")).toBeNull();
});
