import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeOf,
  forecast,
  foretell,
  HORIZON,
  MIN_WEEKS,
  methodeCodes,
  methodes,
  tryOnPast,
} from "./prevision";

const series = fc.array(fc.nat({ max: 400 }), { minLength: MIN_WEEKS, maxLength: 104 });
const long = fc.array(fc.nat({ max: 400 }), { minLength: 70, maxLength: 104 });

test("every week foretold stands within its interval, which is never below zero and never narrows", () => {
  fc.assert(
    fc.property(series, (serie) => {
      const found = foretell(serie);
      expect(found?.semaines).toHaveLength(HORIZON);
      let width = 0;
      for (const { visites, bas, haut } of found?.semaines ?? []) {
        expect(bas).toBeGreaterThanOrEqual(0);
        expect(visites).toBeGreaterThanOrEqual(bas);
        expect(haut).toBeGreaterThanOrEqual(visites);
        // Upwards nothing is cut off: the half above tells the width.
        expect(haut - visites).toBeGreaterThanOrEqual(width - 0.11);
        width = haut - visites;
      }
      expect(found?.confiance).toBeGreaterThanOrEqual(0);
      expect(found?.confiance).toBeLessThanOrEqual(1);
    }),
  );
});

test("weeks that were all the same are foretold the same, without error", () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.integer({ min: MIN_WEEKS + 1, max: 104 }), (value, length) => {
      const found = foretell(Array.from({ length }, () => value));
      expect(found?.essai?.mae).toBeCloseTo(0, 6);
      for (const week of found?.semaines ?? [])
        expect([week.bas, week.visites, week.haut]).toEqual([value, value, value]);
    }),
  );
});

test.each(methodeCodes)("%s: twice the visits are foretold as twice the visits", (methode) => {
  fc.assert(
    fc.property(long, (serie) => {
      const once = forecast(methode, serie);
      const twice = forecast(
        methode,
        serie.map((value) => value * 2),
      );
      for (const [at, value] of once.entries()) expect(twice[at]).toBeCloseTo(value * 2, 6);
    }),
  );
});

test("the method kept is the one that was least wrong", () => {
  fc.assert(
    fc.property(series, (serie) => {
      const found = foretell(serie);
      const errors = methodeCodes.flatMap((methode) => tryOnPast(methode, serie)?.mae ?? []);
      if (errors.length > 0) expect(found?.essai?.mae).toBe(Math.min(...errors));
      else expect(found).toMatchObject({ methode: "moyenne", essai: null });
    }),
  );
});

test("a trial knows nothing of the weeks after: they change its errors, not what it had foretold", () => {
  fc.assert(
    fc.property(long, fc.nat({ max: 400 }), (serie, other) => {
      const changed = [...serie.slice(0, -1), other];
      for (const methode of methodeCodes) {
        const [was, is] = [tryOnPast(methode, serie), tryOnPast(methode, changed)];
        const last = serie.length;
        const untouched = (all: typeof was) => {
          const first = Math.max(methodes[methode].minimum, last - 12);
          let origin = first;
          return (all?.errors ?? []).filter(({ ahead }, at, list) => {
            if (at > 0 && ahead === 1 && list[at - 1]) origin += 1;
            return origin + ahead < last;
          });
        };
        expect(untouched(is)).toEqual(untouched(was));
      }
    }),
    { numRuns: 40 },
  );
});

test("the same weeks every year are foretold as last year", () => {
  const year = Array.from(
    { length: 52 },
    (_, week) => 100 + Math.round(60 * Math.sin((week / 52) * 2 * Math.PI)),
  );
  const serie = [...year, ...year.slice(0, 40)];
  const found = foretell(serie);
  expect(found?.methode).toBe("saison");
  expect(found?.semaines.map(({ visites }) => visites)).toEqual(year.slice(40, 48));
});

test("a steady rise goes on, and slows down", () => {
  const serie = Array.from({ length: 40 }, (_, week) => 20 + 3 * week);
  const points = forecast("lissage", serie);
  const steps = points.slice(1).map((value, at) => value - (points[at] as number));
  expect(points[0]).toBeGreaterThan(serie.at(-1) ?? 0);
  expect(steps).toEqual([...steps].sort((a, b) => b - a));
});

test("too short a past foretells nothing, and has no change to tell", () => {
  expect(foretell([3, 4, 5])).toBeNull();
  expect(changeOf([1, 2, 3])).toBeNull();
  expect(changeOf([10, 10, 10, 10, 12, 12, 12, 12])).toBeCloseTo(0.2, 10);
});
