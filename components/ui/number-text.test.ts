import { describe, expect, it } from "vitest";
import { numberText, parseNumberText, stepNumber } from "./number-text";

describe("numbers people type", () => {
  it.each([
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["١٫٥", 1.5],
    ["۱۲", 12],
    ["1 200", 1200],
    ["1\u202f200,75", 1200.75],
    ["-3", -3],
    [" 2 ", 2],
  ])("%s is %d", (text, value) => {
    expect(parseNumberText(text)).toBe(value);
  });

  it.each(["", "abc", "1,5,0", "1.200,75", "2h", "--1", "."])("%s is no number", (text) => {
    expect(parseNumberText(text)).toBeNull();
  });

  it.each(["fr", "en", "ar", "tzm"])("what is shown in %s is read back as the same number", (locale) => {
    for (const value of [0, 1, 1.5, 0.25, 1200.75, -2.5])
      expect(parseNumberText(numberText(value, locale))).toBe(value);
  });
});

describe("steps", () => {
  it("move to the next point of the grid, within the limits", () => {
    const half = { step: 0.5, min: 1, max: 3 };
    expect(stepNumber(1, 1, half)).toBe(1.5);
    expect(stepNumber(1.2, 1, half)).toBe(1.5);
    expect(stepNumber(1.2, -1, half)).toBe(1);
    expect(stepNumber(3, 1, half)).toBe(3);
    expect(stepNumber(1, -1, half)).toBe(1);
  });

  it("start at the lower limit when the field is empty", () => {
    expect(stepNumber(null, 1, { min: 1, step: 0.5 })).toBe(1);
    expect(stepNumber(null, 1, {})).toBe(0);
  });

  it("do not drift: 0.1 three times is 0.3", () => {
    const tenth = { step: 0.1, min: 0 };
    expect(stepNumber(stepNumber(stepNumber(0, 1, tenth), 1, tenth), 1, tenth)).toBe(0.3);
  });
});
