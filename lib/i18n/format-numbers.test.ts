import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatHours,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  weekStart,
} from "./format";
import type { Locale } from "./locales";

describe("numbers, rates, durations, lists", () => {
  it("separates thousands and decimals", () => {
    expect(formatNumber(1234567.89, { locale: "fr" })).toBe("1\u202f234\u202f567,89");
    expect(formatNumber(1234567.89, { locale: "en" })).toBe("1,234,567.89");
    expect(formatNumber(1234567.89, { locale: "ar", region: "DZ" })).toBe("1.234.567,89");
    expect(formatNumber(1234567.89, { locale: "tzm" })).toBe("1\u00a0234\u00a0567,89");
    expect(formatNumber(4, { locale: "fr", decimals: 1 })).toBe("4,0");
    expect(formatNumber(-1234, { locale: "ar" })).toBe("\u200e-1\u202f234\u200e");
  });

  it("writes rates from basis points", () => {
    expect(formatPercent(550, { locale: "fr" })).toBe("5,5\u202f%");
    expect(formatPercent(2000, { locale: "en" })).toBe("20%");
    expect(formatPercent(550, { locale: "ar", region: "MA" })).toBe("\u200e5,5%\u200e");
    expect(formatPercent(1000, { locale: "tzm" })).toBe("10%");
  });

  it.each<[number, string, string, string, string]>([
    [90, "1 h 30", "1 h 30 min", "1 سا 30 د", "1 h 30 min"],
    [65, "1 h 05", "1 h 5 min", "1 سا 5 د", "1 h 5 min"],
    [120, "2 h", "2 h", "2 سا", "2 h"],
    [45, "45 min", "45 min", "45 د", "45 min"],
    [0, "0 min", "0 min", "0 د", "0 min"],
  ])("writes %d minutes shortly", (minutes, fr, en, ar, tzm) => {
    const short = (locale: Locale) => formatHours(minutes, { locale }).replaceAll("\u00a0", " ");
    expect([short("fr"), short("en"), short("ar"), short("tzm")]).toEqual([fr, en, ar, tzm]);
  });

  it.each<[number, string, string, string, string]>([
    [60, "1 heure", "1 hour", "ساعة واحدة", "1 n usrag"],
    [150, "2 heures 30 minutes", "2 hours 30 minutes", "ساعتان و30 دقيقة", "2 n yesragen d 30 n tesdidin"],
    [185, "3 heures 5 minutes", "3 hours 5 minutes", "3 ساعات و5 دقائق", "3 n yesragen d 5 n tesdidin"],
    [661, "11 heures 1 minute", "11 hours 1 minute", "11 ساعة ودقيقة واحدة", "11 n yesragen d 1 n tesdidt"],
  ])("writes %d minutes in words", (minutes, fr, en, ar, tzm) => {
    const words = (locale: Locale) =>
      formatHours(minutes, { locale, style: "words" }).replaceAll("\u00a0", " ");
    expect([words("fr"), words("en"), words("ar"), words("tzm")]).toEqual([fr, en, ar, tzm]);
  });

  it("joins lists", () => {
    expect(formatList(["a", "b", "c"], { locale: "fr" })).toBe("a, b et c");
    expect(formatList(["a", "b"], { locale: "en" })).toBe("a and b");
    expect(formatList(["أ", "ب", "ج"], { locale: "ar" })).toBe("أ، ب وج");
    expect(formatList(["a", "b"], { locale: "tzm" })).toBe("a akked b");
    expect(formatList([], { locale: "fr" })).toBe("");
  });

  it("starts the week on Saturday in Algeria, on Monday elsewhere", () => {
    expect([weekStart("DZ"), weekStart("FR"), weekStart("MA"), weekStart("ar")]).toEqual([6, 1, 1, 1]);
  });

  it("writes digits 0–9 only, in every language and country", () => {
    const anyDate = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom<Locale>("ar", "tzm"),
        fc.constantFrom("FR", "DZ", "MA", "TN"),
        (date, amount, locale, region) => {
          const language = { locale, region, timeZone: "Africa/Algiers" };
          const text = [
            formatDateTime(date, { ...language, style: "full" }),
            formatDate(date, { ...language, style: "short" }),
            formatMoney(amount, "DZD", language),
            formatNumber(amount / 100, language),
            formatPercent(amount, language),
            formatHours(amount, { ...language, style: "words" }),
          ].join(" ");
          expect(text).not.toMatch(/[٠-٩۰-۹εγԑ]/);
        },
      ),
    );
  });
});
