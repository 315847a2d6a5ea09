import { expect, test } from "vitest";
import { accountingUntil, claimUntil } from "./retention";

test.each([
  ["2026-01-01", "2036-12-31"],
  ["2026-12-31", "2036-12-31"],
])("an invoice of %s is kept until %s", (day, until) => expect(accountingUntil(day)).toBe(until));

test.each([
  ["2026-03-10", "2031-03-10"],
  ["2024-02-29", "2029-02-28"],
])("a quote of %s may serve until %s", (day, until) => expect(claimUntil(day)).toBe(until));
