import { expect, test } from "vitest";
import { fitOf, reasonsOf, weightOf } from "./proposal";

const facteur = (code: string, poids: number, valeur: number) => ({
  code,
  poids,
  valeur,
  contribution: poids * valeur,
  phrase: `${code}.`,
});

test("what speaks for a person comes first, by weight, and what speaks against them last", () => {
  const reasons = reasonsOf([
    facteur("continuite", 0.35, 0),
    facteur("trajet", 0.25, 0.94),
    facteur("charge", 0.2, 0.5),
    facteur("langue", 0.1, 1),
    facteur("avis", 0.1, 0.2),
  ]);
  expect(reasons.map(({ code, weight }) => [code, weight])).toEqual([
    ["trajet", "for"],
    ["langue", "for"],
    ["charge", "neutral"],
    ["continuite", "against"],
    ["avis", "against"],
  ]);
});

test("what is not known speaks neither for nor against anybody", () => {
  expect(weightOf({ valeur: 0.5 })).toBe("neutral");
});

test("a score becomes words that never rise as it falls", () => {
  const rank = { high: 2, good: 1, low: 0 };
  const steps = Array.from({ length: 101 }, (_, index) => rank[fitOf(index / 100)]);
  expect(steps).toEqual([...steps].sort());
  expect([steps[0], steps[100]]).toEqual([0, 2]);
});
