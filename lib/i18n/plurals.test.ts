import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import type { Locale } from "./locales";
import { portablePlurals } from "./plurals";

function say(locale: Locale, message: string, values: Record<string, number | string>): string {
  const messages: Record<string, string> = portablePlurals(locale, { message });
  return createTranslator({ locale, messages })("message", values);
}

const hours = "{count, plural, one {# n usrag} other {# n yesragen}}.";

it("counts in Kabyle, where eleven is a plural", () => {
  const said = [0, 1, 2, 11, 25, 99, 100, 1234].map((count) => say("tzm", hours, { count }));
  expect(said).toEqual([
    "0 n usrag.",
    "1 n usrag.",
    "2 n yesragen.",
    "11 n yesragen.",
    "25 n yesragen.",
    "99 n yesragen.",
    "100 n yesragen.",
    "1234 n yesragen.",
  ]);
});

it("lets a message say zero its own way, and nests", () => {
  const message =
    "{n, plural, =0 {Ulac ilɣa} one {{name}: # n ulɣu} other {{m, plural, one {#} other {##}} / #}}!";
  expect(say("tzm", message, { n: 0, m: 1, name: "Zira" })).toBe("Ulac ilɣa!");
  expect(say("tzm", message, { n: 1, m: 1, name: "Zira" })).toBe("Zira: 1 n ulɣu!");
  expect(say("tzm", message, { n: 5, m: 3, name: "Zira" })).toBe("33 / 5!");
});

it("uses the six Arabic forms with digits 0–9", () => {
  const message =
    "{n, plural, zero {لا ساعات} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}";
  expect([0, 1, 2, 3, 11, 100].map((n) => say("ar", message, { n }))).toEqual([
    "لا ساعات",
    "ساعة واحدة",
    "ساعتان",
    "3 ساعات",
    "11 ساعة",
    "100 ساعة",
  ]);
});

it("leaves French and English as written", () => {
  const tree = { a: hours, b: { c: "x" } };
  expect(portablePlurals("fr", tree)).toBe(tree);
});
