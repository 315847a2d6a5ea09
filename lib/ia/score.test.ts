import fc from "fast-check";
import { expect, test } from "vitest";
import { confidenceOf, type Faits, facteurCodes, poids, rankFaits, scoreOf } from "./score";

const faits: fc.Arbitrary<Faits> = fc.record({
  id: fc.integer({ min: 1, max: 10_000 }),
  visites: fc.nat({ max: 500 }),
  km: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
  minutesSemaine: fc.nat({ max: 6000 }),
  contratMinutes: fc.nat({ max: 2880 }),
  parleLangue: fc.boolean(),
  moyenne: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  avis: fc.nat({ max: 80 }),
});
const team = fc.uniqueArray(faits, { maxLength: 20, selector: ({ id }) => id });

/** The same person, better in one thing. */
const better: Record<string, (one: Faits, by: number) => Faits> = {
  continuite: (one, by) => ({ ...one, visites: one.visites + by }),
  trajet: (one, by) => ({ ...one, km: one.km === null ? null : Math.max(0, one.km - by) }),
  charge: (one, by) => ({ ...one, minutesSemaine: Math.max(0, one.minutesSemaine - by) }),
  langue: (one) => ({ ...one, parleLangue: true }),
  avis: (one, by) => ({ ...one, moyenne: one.moyenne === null ? null : Math.min(5, one.moyenne + by / 100) }),
};

test("weights sum to one", () => {
  expect(facteurCodes.reduce((sum, code) => sum + poids[code], 0)).toBeCloseTo(1, 10);
});

test.each(facteurCodes)("who is better in %s never ranks lower", (code) => {
  fc.assert(
    fc.property(faits, fc.integer({ min: 1, max: 300 }), team, (one, by, others) => {
      const improve = better[code] as (one: Faits, by: number) => Faits;
      const rest = others.filter(({ id }) => id !== one.id);
      const rankOf = (who: Faits) => rankFaits([...rest, who]).findIndex(({ id }) => id === who.id);
      expect(scoreOf(improve(one, by)).score).toBeGreaterThanOrEqual(scoreOf(one).score);
      expect(rankOf(improve(one, by))).toBeLessThanOrEqual(rankOf(one));
    }),
  );
});

test("scores, values and confidence stay between 0 and 1, and contributions make up the score", () => {
  fc.assert(
    fc.property(team, (all) => {
      const notes = rankFaits(all);
      for (const { score, facteurs } of notes) {
        for (const value of [score, ...facteurs.map(({ valeur }) => valeur)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        const sum = facteurs.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - score)).toBeLessThan(0.001);
      }
      const confidence = confidenceOf(notes);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
  );
});

test("the same people in any order give the same ranking", () => {
  const shuffled = team.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(rankFaits(mixed)).toEqual(rankFaits(all));
      expect(rankFaits(all)).toEqual(rankFaits(all));
    }),
  );
});

test("what is not known is neutral and lowers only the confidence", () => {
  const none = { visites: 0, km: null, minutesSemaine: 0, contratMinutes: 0, parleLangue: false };
  const blank = scoreOf({ id: 1, ...none, moyenne: null, avis: 0 });
  expect(blank.facteurs.map(({ code, mesure, valeur }) => [code, mesure, valeur])).toEqual([
    ["continuite", 0, 0],
    ["trajet", null, 0.5],
    ["charge", null, 0.5],
    ["langue", 0, 0],
    ["avis", null, 0.5],
  ]);
  expect(confidenceOf([blank])).toBe(0.1);
  expect(confidenceOf([])).toBe(0);
});
