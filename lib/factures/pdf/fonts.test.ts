import { beforeAll, describe, expect, it } from "vitest";
import { factureExemple } from "@/lib/factures/facture-exemple";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { directionOf, openFeuille, printable } from "./feuille";
import { fontStack, isDrawable, isDrawnBy, type Poids, prepareFonts } from "./fonts";

beforeAll(prepareFonts);

/** Marks that order a right-to-left line and draw nothing: the next font of the stack may carry them. */
const marks = new Set(["\u200e", "\u200f"]);

function texts(tree: unknown): string[] {
  return typeof tree === "string" ? [tree] : Object.values(tree as object).flatMap(texts);
}

describe("glyph coverage", () => {
  it.each(locales)("every word of the document and every format is drawn by the font of %s", (langue) => {
    const [family = ""] = fontStack(langue);
    const words = texts(loadMessages(langue).pdf);
    const formats = (["FR", "DZ", "MA"] as const).flatMap((pays) => {
      const feuille = openFeuille(factureExemple({ langue, pays, visites: 1 }), langue);
      const months = Array.from({ length: 12 }, (_, rang) => `2026-${String(rang + 1).padStart(2, "0")}-01`);
      return [
        ...months.flatMap((day) => [
          feuille.date(day),
          feuille.shortDate(day),
          feuille.period(day, "2027-12-31"),
        ]),
        feuille.money(-123_456_789),
        feuille.percent(550),
        feuille.hours(0),
        feuille.hours(150),
        feuille.separator,
        "0123456789 × – · /",
      ];
    });
    const missing = new Set<string>();
    for (const char of [...words, ...formats].join("")) {
      const weights: Poids[] = [400, 600];
      const drawn = weights.every((fontWeight) =>
        isDrawnBy({ family, fontWeight }, char.codePointAt(0) ?? 0),
      );
      if (!drawn && !marks.has(char)) missing.add(char);
    }
    expect([...missing]).toEqual([]);
  });

  it.each(["é", "ɣ", "ḍ", "ɛ", "ẓ", "ǧ", "ض", "ⵣ", "€", "\u202f", "\u00a0", "\u200e", "\u25a1"])(
    "draws %j",
    (char) => {
      expect(isDrawable(char.codePointAt(0) ?? 0)).toBe(true);
    },
  );
});

describe("what somebody typed", () => {
  it("loses the isolates the engine would print, and shows a box for an unknown character", () => {
    expect(printable("\u2068Nora\u2069 😀")).toBe("Nora \u25a1");
    expect(printable("e\u0301te\u0301")).toBe("été");
  });

  it("runs in the direction of its first letter", () => {
    expect(directionOf("12 rue des Lilas", "rtl")).toBe("ltr");
    expect(directionOf("15000 تيزي وزو", "ltr")).toBe("rtl");
    expect(directionOf("+213 555", "rtl")).toBe("rtl");
  });
});
