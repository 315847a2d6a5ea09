import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DateStyle,
  formatDate,
  formatDateTime,
  formatMoney,
  formatRelativeDay,
  formatRelativeRange,
  formatTime,
  formatTimeRange,
} from "./format";
import { type Locale, locales } from "./locales";

const paris = "Europe/Paris";
const march5 = new Date("2025-03-05T13:05:00Z");

describe("formatDate", () => {
  it.each<[Locale, DateStyle, string]>([
    ["fr", "full", "mercredi 5 mars 2025"],
    ["fr", "long", "5 mars 2025"],
    ["fr", "medium", "5 mars 2025"],
    ["fr", "short", "05/03/2025"],
    ["fr", "monthYear", "mars 2025"],
    ["fr", "weekday", "mercredi"],
    ["fr", "dayMonth", "5 mars"],
    ["fr", "weekdayDayMonth", "mercredi 5 mars"],
    ["fr", "weekdayDay", "mer. 5"],
    ["en", "full", "Wednesday 5 March 2025"],
    ["en", "medium", "5 Mar 2025"],
    ["en", "short", "05/03/2025"],
    ["ar", "full", "الأربعاء 5 مارس 2025"],
    ["ar", "monthYear", "مارس 2025"],
    ["tzm", "full", "Ahad 5 Meɣres 2025"],
    ["tzm", "medium", "5 Meɣ 2025"],
    ["tzm", "weekdayDay", "Aha 5"],
  ])("%s %s: %s", (locale, style, expected) => {
    expect(formatDate(march5, { locale, timeZone: paris, style })).toBe(expected);
    expect(formatDate("2025-03-05", { locale, style })).toBe(expected);
  });

  it("writes the first of the month the French way", () => {
    expect(formatDate("2025-01-01", { locale: "fr" })).toBe("1er janvier 2025");
    expect(formatDate("2025-01-01", { locale: "fr", style: "short" })).toBe("01/01/2025");
  });

  it("names Arabic months as the country does", () => {
    expect(formatDate("2025-08-05", { locale: "ar", region: "MA" })).toBe("5 غشت 2025");
    expect(formatDate("2025-08-05", { locale: "ar", region: "DZ" })).toBe("5 أوت 2025");
  });

  it("puts an instant on the day of its zone", () => {
    const lateEvening = new Date("2025-03-05T23:30:00Z");
    expect(formatDate(lateEvening, { locale: "fr", timeZone: paris })).toBe("6 mars 2025");
    expect(formatDate(lateEvening, { locale: "fr", timeZone: "UTC" })).toBe("5 mars 2025");
  });

  it("refuses an instant without zone and a string that is no civil date", () => {
    expect(() => formatDate(march5, { locale: "fr", timeZone: "" })).toThrow(RangeError);
    expect(() => formatDate("2025-03-05T10:00", { locale: "fr" })).toThrow(RangeError);
  });

  it("agrees with the civil date in any zone at local noon", () => {
    const zones = ["Europe/Paris", "Africa/Algiers", "Africa/Casablanca", "America/New_York"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 365 }),
        fc.constantFrom(...zones),
        fc.constantFrom(...locales),
        (day, timeZone, locale) => {
          const noon = new Date(day * 86_400_000 + 15 * 3_600_000);
          const civil = noon.toISOString().slice(0, 10);
          expect(formatDate(noon, { locale, timeZone, style: "full" })).toBe(
            formatDate(civil, { locale, style: "full" }),
          );
        },
      ),
    );
  });
});

describe("formatTime", () => {
  it("uses 24 hours in every language, midnight being 00:00", () => {
    for (const locale of locales) {
      expect(formatTime(march5, { locale, timeZone: paris })).toBe("14:05");
      expect(formatTime(new Date("2025-03-04T23:00:00Z"), { locale, timeZone: paris })).toBe("00:00");
    }
  });

  it("reads the clock that is really on the wall on the days it changes", () => {
    const at = (iso: string) => formatTime(new Date(iso), { locale: "fr", timeZone: paris });
    expect(at("2025-03-30T00:59:00Z")).toBe("01:59");
    expect(at("2025-03-30T01:00:00Z")).toBe("03:00");
    expect(at("2025-10-26T00:30:00Z")).toBe("02:30");
    expect(at("2025-10-26T01:30:00Z")).toBe("02:30");
    expect(at("2025-10-26T02:00:00Z")).toBe("03:00");
  });
});

describe("formatTimeRange", () => {
  const range = (from: string, to: string, locale: Locale = "fr") =>
    formatTimeRange(new Date(from), new Date(to), { locale, timeZone: paris });

  it("keeps a range in reading order in Arabic", () => {
    expect(range("2025-03-05T08:00:00Z", "2025-03-05T10:00:00Z")).toBe("09:00–11:00");
    expect(range("2025-03-05T08:00:00Z", "2025-03-05T10:00:00Z", "ar")).toBe("\u200e09:00–11:00\u200e");
  });

  it("says when the end is on the next day, and not for midnight itself", () => {
    expect(range("2025-03-05T21:00:00Z", "2025-03-06T05:00:00Z")).toBe("22:00–06:00 (lendemain)");
    expect(range("2025-03-05T21:00:00Z", "2025-03-06T05:00:00Z", "tzm")).toBe("22:00–06:00 (azekka-nni)");
    expect(range("2025-03-05T21:00:00Z", "2025-03-05T23:00:00Z")).toBe("22:00–00:00");
  });

  it("writes both dates when the end is later still", () => {
    expect(range("2025-03-05T21:00:00Z", "2025-03-07T05:00:00Z")).toBe(
      "5 mars 2025, 22:00 – 7 mars 2025, 06:00",
    );
  });
});

describe("formatDateTime", () => {
  it.each<[Locale, "full" | "long" | "medium" | "short", string]>([
    ["fr", "full", "mercredi 5 mars 2025 à 14:05"],
    ["fr", "short", "05/03/2025 14:05"],
    ["en", "long", "5 March 2025 at 14:05"],
    ["ar", "full", "الأربعاء 5 مارس 2025 على الساعة 14:05"],
    ["ar", "medium", "5 مارس 2025، 14:05"],
    ["tzm", "full", "Ahad 5 Meɣres 2025, 14:05"],
  ])("%s %s: %s", (locale, style, expected) => {
    expect(formatDateTime(march5, { locale, timeZone: paris, style })).toBe(expected);
  });
});

describe("formatRelativeDay", () => {
  const day = (value: string, locale: Locale, capitalised = false) =>
    formatRelativeDay(value, { locale, timeZone: paris, now: march5, capitalised });

  it.each<[string, string, string, string, string]>([
    ["2025-03-04", "hier", "yesterday", "أمس", "Iḍelli"],
    ["2025-03-05", "aujourd’hui", "today", "اليوم", "Ass-a"],
    ["2025-03-06", "demain", "tomorrow", "غدا", "Azekka"],
    ["2025-03-07", "vendredi", "Friday", "الجمعة", "Sem"],
    ["2025-03-11", "mardi", "Tuesday", "الثلاثاء", "Aram"],
    ["2025-03-12", "mercredi 12 mars", "Wednesday 12 March", "الأربعاء 12 مارس", "Ahad 12 Meɣres"],
    ["2025-03-03", "lundi 3 mars", "Monday 3 March", "الاثنين 3 مارس", "Arim 3 Meɣres"],
    [
      "2026-01-02",
      "vendredi 2 janvier 2026",
      "Friday 2 January 2026",
      "الجمعة 2 جانفي 2026",
      "Sem 2 Yennayer 2026",
    ],
  ])("%s", (value, fr, en, ar, tzm) => {
    expect([day(value, "fr"), day(value, "en"), day(value, "ar"), day(value, "tzm")]).toEqual([
      fr,
      en,
      ar,
      tzm,
    ]);
  });

  it("counts days on the calendar, not in hours, across a clock change", () => {
    const now = new Date("2025-03-29T23:30:00Z"); // 30 March, 00:30 in Paris: a day of 23 hours begins
    const tomorrow = new Date("2025-03-30T22:10:00Z"); // 31 March, 00:10
    expect(formatRelativeDay(tomorrow, { locale: "fr", timeZone: paris, now })).toBe("demain");
  });

  it("can start a sentence and carry hours", () => {
    expect(day("2025-03-06", "fr", true)).toBe("Demain");
    const options = { timeZone: paris, now: march5 };
    const start = new Date("2025-03-06T08:00:00Z");
    const end = new Date("2025-03-06T10:00:00Z");
    expect(formatRelativeRange(start, end, { ...options, locale: "fr" })).toBe("demain, 09:00–11:00");
    expect(formatRelativeRange(start, undefined, { ...options, locale: "tzm" })).toBe("Azekka, 09:00");
    expect(formatRelativeRange(start, end, { ...options, locale: "ar" })).toBe(
      "غدا، \u200e09:00–11:00\u200e",
    );
  });
});

describe("formatMoney", () => {
  it.each<[number, string, Locale, string | undefined, string]>([
    [123450, "EUR", "fr", undefined, "1\u202f234,50\u00a0€"],
    [12700, "EUR", "fr", undefined, "127,00\u00a0€"],
    [0, "EUR", "fr", undefined, "0,00\u00a0€"],
    [5, "EUR", "fr", undefined, "0,05\u00a0€"],
    [-500, "EUR", "fr", undefined, "-5,00\u00a0€"],
    [123450, "EUR", "en", undefined, "€1,234.50"],
    [-500, "EUR", "en", undefined, "-€5.00"],
    [123450, "DZD", "en", undefined, "DZD\u00a01,234.50"],
    [123450, "DZD", "fr", "DZ", "1\u202f234,50\u00a0DA"],
    [123450, "MAD", "fr", "MA", "1\u202f234,50\u00a0DH"],
    [1234500, "TND", "fr", "TN", "1\u202f234,500\u00a0DT"],
    [123450, "EUR", "ar", "FR", "\u200e1\u202f234,50\u00a0€\u200e"],
    [123450, "DZD", "ar", "DZ", "\u200e1.234,50\u00a0د.ج\u200e"],
    [-500, "MAD", "ar", "MA", "\u200e-5,00\u00a0د.م.\u200e"],
    [123450, "EUR", "tzm", undefined, "1\u00a0234,50\u00a0€"],
    [123456789, "EUR", "tzm", undefined, "1\u00a0234\u00a0567,89\u00a0€"],
  ])("%d %s %s %s", (cents, devise, locale, region, expected) => {
    expect(formatMoney(cents, devise, region ? { locale, region } : { locale })).toBe(expected);
  });

  it("refuses anything but whole cents", () => {
    expect(() => formatMoney(12.5, "EUR", { locale: "fr" })).toThrow(RangeError);
    expect(() => formatMoney(Number.NaN, "EUR", { locale: "fr" })).toThrow(RangeError);
  });

  it("loses no cent: the digits read back are the amount", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...locales), (cents, locale) => {
        const digits = formatMoney(cents, "EUR", { locale }).replace(/[^\d-]/g, "");
        expect(Number(digits)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});
