import { expect, test } from "vitest";
import { journees } from "@/lib/prestations/journee";
import { conflitsOf, type Personne, travelShortage, type Visite } from "./conflits";

const zone = "Europe/Paris";
const jours = journees("2026-03-09", 7, zone);
let serial = 0;

/** A visit of one hour or more of the week of 9 March 2026, at the agency's clock. */
const visit = (jour: string, heure: number, values: Partial<Visite> & { heures?: number } = {}): Visite => {
  const { heures = 1, ...rest } = values;
  const debut = Date.parse(`2026-03-${jour}T${String(heure - 1).padStart(2, "0")}:00:00Z`);
  serial += 1;
  return {
    id: serial,
    debut,
    fin: debut + heures * 3_600_000,
    intervenantId: 1,
    clientId: serial,
    adresseId: serial,
    codePostal: "75011",
    type: "menage",
    latitude: 48.86,
    longitude: 2.38,
    ...rest,
  };
};
const person = (values: Partial<Personne> = {}): Personne => ({
  id: 1,
  competences: new Set(["menage"]),
  disponibilites: [1, 2, 3, 4, 5, 6, 7].map((jour) => ({
    jour,
    debutMin: 0,
    finMin: 1440,
    du: "2020-01-01",
    au: null,
  })),
  absences: [],
  ...values,
});
const found = (visites: Visite[], gens = [person()]) =>
  conflitsOf({ jours, zone, visites, gens }).map(({ code, visites: ids, mesure }) => [code, ids, mesure]);

test("a week in order has none", () => {
  expect(found([visit("09", 9), visit("09", 11), visit("10", 9)])).toEqual([]);
});

test("an absence, a missing skill, hours outside, nobody", () => {
  const [away, unskilled, early, free] = [
    visit("09", 9),
    visit("10", 9, { type: "jardinage" }),
    visit("11", 6),
    visit("12", 9, { intervenantId: null }),
  ];
  const gens = [
    person({
      absences: [{ debut: away.debut - 1, fin: away.fin }],
      disponibilites: person().disponibilites.map((day) => ({ ...day, debutMin: 420 })),
    }),
  ];
  expect(found([away, unskilled, early, free], gens)).toEqual([
    ["onLeave", [away.id], null],
    ["skillMissing", [unskilled.id], null],
    ["outsideAvailability", [early.id], null],
    ["unassigned", [free.id], null],
  ]);
});

test("more than ten hours in a day and forty-eight in a week, each told once", () => {
  const long = [visit("09", 7, { heures: 6 }), visit("09", 14, { heures: 5 })];
  expect(found(long)).toEqual([["dailyMaxExceeded", long.map(({ id }) => id), 660]]);
  const days = ["09", "10", "11", "12", "13"].map((day) => visit(day, 8, { heures: 10 }));
  expect(found(days)).toEqual([["weeklyMaxExceeded", days.map(({ id }) => id), 3000]]);
});

test("less than eleven hours between two days, told once; the day before the week counts", () => {
  const [late, early] = [visit("10", 21, { heures: 2 }), visit("11", 7)];
  expect(found([late, early])).toEqual([["dailyRestTooShort", [late.id, early.id], null]]);
  const [sunday, monday] = [visit("08", 21, { heures: 2 }), visit("09", 7)];
  expect(found([sunday, monday])).toEqual([["dailyRestTooShort", [monday.id], null]]);
});

test("a way too long for the time between; the same address or an unknown one asks for none", () => {
  const here = visit("09", 9);
  const far = visit("09", 10, { latitude: 48.96 });
  expect(found([here, far])).toEqual([["travelTooShort", [here.id, far.id], 34]]);
  expect(travelShortage(here, { ...far, adresseId: here.adresseId })).toBe(0);
  expect(travelShortage(here, { ...far, latitude: null })).toBe(0);
});

test("two visits at once at one client's address", () => {
  const one = visit("09", 9, { heures: 2, clientId: 7, adresseId: 7 });
  const two = visit("09", 10, { heures: 2, clientId: 7, adresseId: 7, intervenantId: 2 });
  const elsewhere = visit("09", 10, { clientId: 7, adresseId: 8, intervenantId: 3 });
  const gens = [1, 2, 3].map((id) => person({ id }));
  expect(found([one, two, elsewhere], gens)).toEqual([["clientDoubleBooked", [one.id, two.id], null]]);
});
