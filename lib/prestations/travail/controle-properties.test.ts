import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeRegle } from "@/lib/organisation/conventions/regle";
import { type Constat, controle, worsened } from "./controle";
import type { VisiteTravail } from "./travail";
import { dayAt, jours, work } from "./travail.testing";

/** Random days of work: visits that do not overlap, on quarters of an hour, over three weeks. */
const randomWork = fc
  .array(
    fc.tuple(
      fc.integer({ min: -7, max: 13 }),
      fc.integer({ min: 0, max: 92 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    { maxLength: 40 },
  )
  .map((raw) => {
    let end = Number.NEGATIVE_INFINITY;
    return raw
      .map(([day, quarter, length, trajetMin]) => {
        const debut = dayAt(day, quarter * 15);
        return { debut, fin: debut + length * 900_000, trajetMin };
      })
      .sort((a, b) => a.debut - b.debut)
      .filter(({ debut, fin }) => {
        const free = debut >= end;
        if (free) end = fin;
        return free;
      })
      .map((one, at) => ({ ...one, id: at + 1 }));
  });

/** Minute by minute, with nothing of the code under test. */
function minutesOfDay(list: readonly VisiteTravail[], day: number): number {
  const { debut, fin } = jours[day] as { debut: number; fin: number };
  const dayOf = (at: number) => jours.findIndex((one) => at >= one.debut && at < one.fin);
  let sum = 0;
  for (let at = debut; at < fin; at += 60_000) {
    const inVisit = list.some((one) => at >= one.debut && at < one.fin);
    const next = list.findIndex((one) => one.debut > at);
    const before = list[next - 1];
    const after = list[next];
    let travels = false;
    if (!inVisit && before && after && before.fin <= at && dayOf(before.debut) === dayOf(after.debut)) {
      const gap = (after.debut - before.fin) / 60_000;
      const since = (at - before.fin) / 60_000;
      travels = gap < 15 || since < after.trajetMin;
    }
    if (inVisit || travels) sum += 1;
  }
  return sum;
}

describe("for any work", () => {
  const base = work([]);
  const strict = (code: CodeRegle, valeur: number) => ({
    ...base.jeu,
    regles: base.jeu.regles.filter((one) => one.code === code).map((one) => ({ ...one, valeur })),
  });

  test("minutes of days and weeks are those counted one by one", () => {
    fc.assert(
      fc.property(randomWork, (visites) => {
        const days = controle({ ...base, visites, jeu: strict("dailyMaxExceeded", 0) });
        const measured = new Map(days.map(({ jour, mesure }) => [jour, mesure]));
        let week = 0;
        for (let day = 7; day < 14; day += 1) {
          const minutes = minutesOfDay(visites, day);
          week += minutes;
          expect(measured.get(jours[day]?.jour ?? "") ?? 0).toBe(minutes);
        }
        const [found] = controle({ ...base, visites, jeu: strict("weeklyMaxExceeded", 0) });
        expect(found?.mesure ?? 0).toBe(week);
      }),
      { numRuns: 40 },
    );
  });

  test("a stricter value never finds less, and one kept to finds nothing", () => {
    const rules = base.jeu.regles;
    fc.assert(
      fc.property(
        randomWork,
        fc.constantFrom(...rules),
        fc.integer({ min: 0, max: 300 }),
        (visites, regle, by) => {
          const at = (valeur: number) =>
            controle({
              ...base,
              partiel: true,
              visites,
              jeu: { ...base.jeu, regles: [{ ...regle, valeur }] },
            });
          const stricter = regle.sens === "max" ? Math.max(0, regle.valeur - by) : regle.valeur + by;
          // The weekly rest's own value decides how much of it may lie outside the week.
          if (regle.code !== "weeklyRestTooShort" && regle.code !== "dailyRestTooShort")
            expect(at(stricter).length).toBeGreaterThanOrEqual(at(regle.valeur).length);
          for (const { mesure, limite } of at(regle.valeur))
            expect(regle.sens === "max" ? mesure > limite : mesure < limite).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("every finding names visits that exist, and a change to nothing adds nothing", () => {
    fc.assert(
      fc.property(randomWork, (visites) => {
        const found = controle({ ...base, visites, partiel: true });
        const known = new Set(visites.map(({ id }) => id));
        for (const one of found) {
          expect(one.visites.length).toBeGreaterThan(0);
          expect(one.visites.every((id) => known.has(id))).toBe(true);
        }
        expect(worsened(found, found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("taking a visit away never adds work to a day or a week", () => {
    fc.assert(
      fc.property(randomWork, fc.nat(), (visites, pick) => {
        fc.pre(visites.length > 0);
        const left = visites
          .filter((_, at) => at !== pick % visites.length)
          .map((one) => ({ ...one, trajetMin: 0 }));
        const all = visites.map((one) => ({ ...one, trajetMin: 0 }));
        const heavy: CodeRegle[] = ["weeklyMaxExceeded", "amplitudeExceeded", "tooManyConsecutiveDays"];
        const keep = (list: readonly Constat[]) => list.filter(({ code }) => heavy.includes(code));
        const gained = worsened(
          keep(controle({ ...base, visites: all })),
          keep(controle({ ...base, visites: left })),
        );
        // Gaps under a quarter are paid: taking a visit out may only widen them.
        expect(gained.filter(({ code }) => code !== "tooManyConsecutiveDays")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
