import { expect, test } from "vitest";
import { lastPeriode } from "./periode";

const paris = "Europe/Paris";

test("the last week is Monday to Sunday, over the year's end too", () => {
  expect(lastPeriode("hebdomadaire", new Date("2026-01-07T10:00:00Z"), paris)).toEqual({
    cle: "2026-W01",
    du: "2025-12-29",
    au: "2026-01-04",
  });
});

test("a period ends at midnight of the agency and leaves at six", () => {
  const before = new Date("2026-03-30T03:59:00Z");
  const after = new Date("2026-03-30T04:00:00Z");
  expect(lastPeriode("hebdomadaire", before, paris).au).toBe("2026-03-22");
  expect(lastPeriode("hebdomadaire", after, paris).au).toBe("2026-03-29");
});

test("the last month is whole, in February too", () => {
  expect(lastPeriode("mensuelle", new Date("2028-03-01T05:00:00Z"), paris)).toEqual({
    cle: "2028-02",
    du: "2028-02-01",
    au: "2028-02-29",
  });
  expect(lastPeriode("mensuelle", new Date("2028-03-01T04:59:00Z"), paris).cle).toBe("2028-01");
});
