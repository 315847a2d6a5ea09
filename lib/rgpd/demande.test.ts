import { describe, expect, test } from "vitest";
import { etatsDemandeRgpd } from "@/db/states";
import { assertTransition, daysLeft, deadlineOf, isOpen, transitions } from "./demande";

describe("the deadline of a request", () => {
  test.each([
    ["2026-03-10", "2026-04-10", "2026-06-10"],
    ["2026-01-31", "2026-02-28", "2026-04-30"],
    ["2028-01-30", "2028-02-29", "2028-04-30"],
    ["2026-12-15", "2027-01-15", "2027-03-15"],
  ])("received on %s: %s, extended: %s", (recue, one, three) => {
    expect(deadlineOf(recue)).toBe(one);
    expect(deadlineOf(recue, true)).toBe(three);
  });

  test("counts civil days, below zero once it has passed", () => {
    expect(daysLeft("2026-04-10", "2026-04-03")).toBe(7);
    expect(daysLeft("2026-04-10", "2026-04-10")).toBe(0);
    expect(daysLeft("2026-04-10", "2026-04-12")).toBe(-2);
  });
});

test("what was answered stays answered, and every state has its ways on", () => {
  for (const from of etatsDemandeRgpd) {
    expect(transitions[from].length > 0).toBe(isOpen(from));
    for (const to of etatsDemandeRgpd) {
      const ask = () => assertTransition(from, to);
      if (transitions[from].includes(to)) expect(ask).not.toThrow();
      else expect(ask).toThrow("invalidTransition");
    }
  }
});
