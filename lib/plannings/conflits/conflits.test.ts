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
  conflitsOf({ jours, zone, visites, gens, constats: new Map() }).map(({ code, visites: ids, mesure }) => [
    code,
    ids,
    mesure,
  ]);

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

test("what working time has against its rules is told with its figures, blocking unless a reason was allowed", () => {
  const visites = [visit("09", 9), visit("09", 11, { derogee: true })];
  const constat = {
    code: "amplitudeExceeded" as const,
    severite: "block" as const,
    mesure: 750,
    limite: 720,
    unite: "minutes" as const,
    article: "IDCC 3127",
    jour: "2026-03-09",
    visites: visites.map(({ id }) => id),
    derogeable: true,
  };
  const told = (values: Partial<typeof constat>) =>
    conflitsOf({
      jours,
      zone,
      visites,
      gens: [person()],
      constats: new Map([[1, [{ ...constat, ...values }]]]),
    });
  expect(told({})).toMatchObject([{ code: "amplitudeExceeded", gravite: "avertissement", mesure: 750 }]);
  expect(told({ derogeable: false })).toMatchObject([{ gravite: "bloquant" }]);
  expect(told({ visites: [visites[0]?.id ?? 0] })).toMatchObject([{ gravite: "bloquant" }]);
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
