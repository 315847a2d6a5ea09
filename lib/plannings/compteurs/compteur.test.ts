import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comptesOf, periodesOf, type TermesDuJour, type VisiteComptee } from "./compteur";

const terms = (values: Partial<TermesDuJour> = {}): TermesDuJour => ({
  convention: "idcc_3127",
  mode: "semaine",
  minutesSemaine: 24 * 60,
  minutesAnnee: null,
  ...values,
});
const person = (visites: VisiteComptee[], held: TermesDuJour | undefined = terms()) => ({
  visites,
  termes: () => held,
  absent: () => false,
});
let serial = 0;
/** A visit of some hours from 8 o'clock, or `from`, UTC. */
function visit(
  jour: string,
  hours: number,
  values: Partial<VisiteComptee> & { from?: number } = {},
): VisiteComptee {
  const { from = 8, ...rest } = values;
  const debut = Date.parse(`${jour}T00:00:00Z`) + from * 3_600_000;
  serial += 1;
  return { id: serial, debut, fin: debut + hours * 3_600_000, jour, trajetMin: 0, faitMin: null, ...rest };
}
const week = { du: "2026-03-09", au: "2026-03-15" };
const ofWeek = (visites: VisiteComptee[], held?: TermesDuJour) =>
  comptesOf(person(visites, held), [week], "semaine")[0];

describe("a week", () => {
  test("planned with the travel of each day, worked as made, due by contract", () => {
    const visites = [
      visit("2026-03-09", 2, { faitMin: 110 }),
      visit("2026-03-09", 2, { from: 11, trajetMin: 20, faitMin: 120 }),
      visit("2026-03-10", 3, { trajetMin: 30 }),
    ];
    expect(ofWeek(visites)).toMatchObject({
      visites: 3,
      prevu: 440,
      trajet: 20,
      travaille: 250,
      contrat: 1440,
      complementaires: 0,
      depasse: false,
    });
  });

  test("complementary hours up to one third by agreement, one tenth by the Code alone, never to full time", () => {
    const days = ["09", "10", "11", "12"].map((day) => visit(`2026-03-${day}`, 7.5));
    expect(ofWeek(days)).toMatchObject({ complementaires: 360, complementairesMax: 480, depasse: false });
    expect(ofWeek(days, terms({ convention: "droit_commun" }))).toMatchObject({
      complementairesMax: 144,
      depasse: true,
    });
    const long = terms({ minutesSemaine: 32 * 60 });
    const more = [...days, visit("2026-03-13", 5)];
    expect(ofWeek(more, long)).toMatchObject({
      complementaires: 180,
      complementairesMax: 640,
      depasse: true,
    });
    expect(ofWeek(more, terms({ minutesSemaine: 2100 }))).toMatchObject({
      complementairesMax: null,
      supplementaires: 0,
    });
    expect(ofWeek([...more, visit("2026-03-14", 2)], terms({ minutesSemaine: 2100 }))).toMatchObject({
      supplementaires: 120,
    });
  });

  test("days of absence are not due, nor days without a contract", () => {
    const away = { ...person([]), absent: (jour: string) => jour <= "2026-03-10" };
    expect(comptesOf(away, [week], "semaine")[0]).toMatchObject({ contrat: 1029, absences: 2 });
    const started = { ...person([]), termes: (jour: string) => (jour >= "2026-03-15" ? terms() : undefined) };
    expect(comptesOf(started, [week], "semaine")[0]).toMatchObject({ contrat: 206 });
  });
});

test("hours of a year are compared over the year only", () => {
  const held = terms({ mode: "annuel", minutesSemaine: 1200, minutesAnnee: 900 * 60 });
  const visites = Array.from({ length: 100 }, (_, at) =>
    visit(new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10), 10),
  );
  const [month] = comptesOf(person(visites, held), [{ du: "2026-02-01", au: "2026-02-28" }], "mois");
  expect(month).toMatchObject({ complementaires: 0, complementairesMax: null, depasse: false });
  const [year] = comptesOf(person(visites, held), periodesOf("2026-06-01", "2026-06-01", "annee"), "annee");
  expect(year).toMatchObject({
    prevu: 60_000,
    complementaires: 6000,
    complementairesMax: 18_000,
    depasse: false,
  });
});

test("periods are whole and cover every day once; their sums are those of the days", () => {
  expect(periodesOf("2026-03-11", "2026-03-17", "semaine")).toEqual([
    { du: "2026-03-09", au: "2026-03-15" },
    { du: "2026-03-16", au: "2026-03-22" },
  ]);
  expect(periodesOf("2028-02-10", "2028-02-10", "mois")).toEqual([{ du: "2028-02-01", au: "2028-02-29" }]);
  const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 1, max: 8 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(lines, (raw) => {
      const days = new Map(raw);
      const visites = [...days].map(([at, hours]) =>
        visit(new Date(Date.UTC(2026, 1, 2 + at)).toISOString().slice(0, 10), hours),
      );
      const total = (pas: "jour" | "semaine") =>
        comptesOf(person(visites), periodesOf("2026-02-02", "2026-03-01", pas), pas).reduce(
          (sum, { prevu }) => sum + prevu,
          0,
        );
      expect(total("semaine")).toBe(total("jour"));
      expect(total("jour")).toBe(visites.reduce((sum, { debut, fin }) => sum + (fin - debut) / 60_000, 0));
    }),
  );
});
