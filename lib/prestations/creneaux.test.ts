import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeSlots } from "./creneaux";
import { journee, journees, overlaps, type Span } from "./journee";
import { brokenRules, type Candidat, idcc3127, lacksRest } from "./regles";

const zone = "Europe/Paris";
const HOUR = 3_600_000;
const lieu = { codePostal: "75011", latitude: 48.86, longitude: 2.38 };
const at = (text: string) => new Date(text).getTime();

function candidat(fields: Partial<Candidat> = {}): Candidat {
  const disponibilites = [1, 2, 3, 4, 5, 6, 7].map((jour) => ({
    jour,
    debutMin: 480,
    finMin: 1080,
    du: "2020-01-01",
    au: null,
  }));
  const base = { id: 1, prenom: "Nadia", competent: true, latitude: 48.85, longitude: 2.37, connu: 0 };
  return { ...base, secteurs: [], disponibilites, absences: [], visites: [], ...fields };
}
const search = (candidats: Candidat[], fields = {}) =>
  freeSlots({
    jours: journees("2026-03-11", 1, zone),
    dureeMin: 120,
    lieu,
    candidats,
    plusTot: 0,
    ...fields,
  });
const startsOf = (found: ReturnType<typeof freeSlots>) =>
  found.flatMap(({ libres }) => libres.map(({ debut }) => new Date(debut).toISOString().slice(11, 16)));

describe("free slots", () => {
  test("start every half hour inside the working hours", () => {
    const starts = startsOf(search([candidat()]));
    expect(starts[0]).toBe("07:00");
    expect(starts.at(-1)).toBe("15:00");
    expect(starts).toHaveLength(17);
  });

  test("leave fifteen minutes to travel around a visit", () => {
    const visites = [{ debut: at("2026-03-11T10:00:00Z"), fin: at("2026-03-11T12:00:00Z") }];
    const starts = startsOf(search([candidat({ visites })]));
    expect(starts).toEqual(["07:00", "07:30", "12:30", "13:00", "13:30", "14:00", "14:30", "15:00"]);
  });

  test("never start before the moment given, nor for the unskilled, nor outside the sector", () => {
    expect(startsOf(search([candidat()], { plusTot: at("2026-03-11T14:10:00Z") }))).toEqual([
      "14:30",
      "15:00",
    ]);
    expect(search([candidat({ competent: false })])).toEqual([]);
    expect(search([candidat({ secteurs: ["69001"] })])).toEqual([]);
  });

  test("propose who came before, then who lives nearest", () => {
    const far = candidat({ id: 2, latitude: 48.7, longitude: 2.1 });
    const known = candidat({ id: 3, latitude: 48.7, longitude: 2.1, connu: 4 });
    const first = (people: Candidat[]) => search(people)[0]?.libres[0];
    expect(first([far, candidat()])).toMatchObject({
      candidat: { id: 1 },
      raisons: ["proche", "disponible"],
    });
    expect(first([far, candidat(), known])).toMatchObject({
      candidat: { id: 3 },
      raisons: ["dejaVenu", "disponible"],
    });
  });

  test("know the nights when the clock changes", () => {
    const night = [{ jour: 7, debutMin: 60, finMin: 240, du: "2020-01-01", au: null }];
    const on = (jour: string) =>
      startsOf(search([candidat({ disponibilites: night })], { jours: [journee(jour, zone)], dureeMin: 60 }));
    // 02:00–03:00 does not exist: 01:00–02:00 and 03:00–04:00 are two real hours in a row.
    expect(on("2026-03-29")).toEqual(["00:00", "00:30", "01:00"]);
    // 02:00–03:00 comes twice: 01:00 to 04:00 is four real hours, the doubled hour proposed once.
    expect(on("2026-10-25")).toEqual(["23:00", "23:30", "00:00", "00:30", "02:00"]);
  });

  test("never overlap a visit or an absence, never break a rule, whatever the week", () => {
    const start = at("2026-03-08T23:00:00Z");
    const span = fc.tuple(fc.integer({ min: 0, max: 7 * 96 }), fc.integer({ min: 1, max: 24 })).map(
      ([from, length]): Span => ({
        debut: start + (from * HOUR) / 4,
        fin: start + ((from + length) * HOUR) / 4,
      }),
    );
    const apart = fc.array(span, { maxLength: 20 }).map((spans) => {
      const kept: Span[] = [];
      for (const one of spans.sort((a, b) => a.debut - b.debut))
        if (!kept.some((other) => overlaps(other, one))) kept.push(one);
      return kept;
    });
    const week = fc.record({
      visites: apart,
      absences: fc.array(span, { maxLength: 3 }),
      dureeMin: fc.integer({ min: 15, max: 600 }),
    });
    fc.assert(
      fc.property(week, ({ visites, absences, dureeMin }) => {
        const person = candidat({ visites, absences });
        const found = search([person], { jours: journees("2026-03-09", 7, zone), dureeMin });
        for (const { debut, fin } of found.flatMap(({ libres }) => libres)) {
          const slot = { debut, fin };
          expect(visites.some((other) => overlaps(other, slot))).toBe(false);
          expect(absences.some((other) => overlaps(other, slot))).toBe(false);
          const rules = brokenRules({ ...slot, zone, codePostal: "75011", dureeMaxMin: null }, person);
          expect(rules).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("forty people over a month take less than a tenth of a second", () => {
    const jours = journees("2026-03-01", 31, zone);
    const people = Array.from({ length: 40 }, (_, id) =>
      candidat({
        id,
        visites: jours.flatMap((day) =>
          [0, 1, 2].map((n) => ({ debut: day.at(540 + n * 150), fin: day.at(640 + n * 150) })),
        ),
      }),
    );
    const spent = Array.from({ length: 5 }, () => {
      const before = process.threadCpuUsage();
      expect(search(people, { jours })).toHaveLength(31);
      return process.threadCpuUsage(before).user / 1000;
    });
    expect(Math.min(...spent)).toBeLessThan(100);
  });
});

describe("daily rest", () => {
  const days = [journee("2026-03-11", zone)];
  const span = (from: string, to: string) => ({ debut: at(from), fin: at(to) });
  const added = span("2026-03-11T07:00:00Z", "2026-03-11T08:00:00Z");

  test("asks for eleven hours after the last visit of the evening", () => {
    const evening = (to: string) => [span("2026-03-10T18:00:00Z", to)];
    expect(lacksRest(evening("2026-03-10T20:30:00Z"), added, days, idcc3127)).toBe(true);
    expect(lacksRest(evening("2026-03-10T20:00:00Z"), added, days, idcc3127)).toBe(false);
  });

  test("lets a working day last thirteen hours at most, unless a whole rest lies inside", () => {
    const late = (from: string, to: string) => [span(from, to)];
    expect(lacksRest(late("2026-03-11T18:30:00Z", "2026-03-11T20:30:00Z"), added, days, idcc3127)).toBe(true);
    expect(lacksRest(late("2026-03-11T18:00:00Z", "2026-03-11T20:00:00Z"), added, days, idcc3127)).toBe(
      false,
    );
    expect(lacksRest(late("2026-03-11T19:00:00Z", "2026-03-11T22:00:00Z"), added, days, idcc3127)).toBe(
      false,
    );
  });

  test("takes a short pause over midnight as one shift", () => {
    const night = span("2026-03-10T23:30:00Z", "2026-03-11T01:00:00Z");
    expect(lacksRest([span("2026-03-10T21:00:00Z", "2026-03-10T22:45:00Z")], night, days, idcc3127)).toBe(
      false,
    );
  });
});
