import { expect, it } from "vitest";
import { direction, htmlLang, isLocale, localeName, locales, negotiateLocale } from "./locales";

it.each([
  [null, "fr"],
  ["", "fr"],
  ["*", "fr"],
  ["de-DE,de;q=0.9", "fr"],
  ["en-US,en;q=0.9,fr;q=0.8", "en"],
  ["fr;q=0.3, ar-DZ;q=0.9", "ar"],
  ["kab", "tzm"],
  ["ber-DZ, fr;q=0.5", "tzm"],
  ["zgh-Tfng-MA", "tzm"],
  ["shi;q=0.2, en;q=0.1", "tzm"],
  ["en;q=0, ar;q=0.1", "ar"],
  ["en;q=abc, ar;q=0.1", "ar"],
  ["EN", "en"],
])("chooses for %s: %s", (header, expected) => expect(negotiateLocale(header)).toBe(expected));

it("tells browsers what the text is and which way it runs", () => {
  expect(locales.map(htmlLang)).toEqual(["fr", "en", "ar", "kab"]);
  expect(locales.map(direction)).toEqual(["ltr", "ltr", "rtl", "ltr"]);
  expect(locales.map(localeName)).toEqual(["Français", "English", "العربية", "Tamaziɣt"]);
});

it("accepts our four codes only", () => {
  expect(locales.every(isLocale)).toBe(true);
  expect([undefined, "de", "kab", "FR"].some(isLocale)).toBe(false);
});
