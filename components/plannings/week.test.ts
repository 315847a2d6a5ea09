import { expect, test } from "vitest";
import type { Planning } from "@/lib/plannings/schemas";
import type { Prestation } from "@/lib/prestations/schemas";
import { sectorsOf, weekDays, weekRows } from "./week";

type Visit = Partial<Prestation> & Pick<Prestation, "id" | "date" | "fin">;

const visit = (fields: Visit) =>
  ({ intervenant_id: 1, intervenant: null, adresse_id: fields.id, duree: 2, ...fields }) as Prestation;

function planning(
  prestations: Prestation[],
  person: Partial<Planning["intervenants"][number]> = {},
): Planning {
  const nadia = {
    id: 1,
    prenom: "Nadia",
    nom: "Haddad",
    secteur: "Lyon 3e",
    heures_prevues_min: 120,
    contrat_minutes_semaine: 2100,
    absences: [],
    disponibilites: [1, 2, 3, 4, 5].map((jour) => ({ jour, heure_debut: "08:00", heure_fin: "18:00" })),
    ...person,
  };
  return {
    semaine: "2026-W48",
    semaine_precedente: "2026-W47",
    semaine_suivante: "2026-W49",
    du: "2026-11-23",
    au: "2026-11-29",
    fuseau: "Europe/Paris",
    agence_id: 1,
    intervenants: [nadia],
    prestations,
  };
}

const monday = (id: number, from: string, to: string, fields: Partial<Prestation> = {}) =>
  visit({ id, date: `2026-11-23T${from}:00+01:00`, fin: `2026-11-23T${to}:00+01:00`, ...fields });

const conflictsOfFirst = (week: Planning) =>
  weekRows(week)[0]?.days[0]?.visits.map(({ conflicts }) => conflicts);

test("a week has seven civil days from Monday", () => {
  expect(weekDays("2026-11-23")).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
  ]);
});

test("visits that nobody has stand first, and do not count as anyone's", () => {
  const rows = weekRows(
    planning([monday(1, "09:00", "11:00"), monday(2, "14:00", "16:00", { intervenant_id: null })]),
  );
  expect(rows.map(({ person }) => person?.nom ?? null)).toEqual([null, "Nadia Haddad"]);
  expect(rows[0]?.days[0]?.visits.map(({ visit: { id } }) => id)).toEqual([2]);
});

test("a visit stands on the day of the agency's clock, also late in the evening", () => {
  const late = visit({ id: 1, date: "2026-11-24T23:00:00+01:00", fin: "2026-11-25T01:00:00+01:00" });
  const [row] = weekRows(planning([late]));
  expect(row?.days.map(({ visits }) => visits.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
});

test("a visit outside the hours of its person is a conflict, one that fills them is not", () => {
  expect(conflictsOfFirst(planning([monday(1, "07:30", "09:00")]))).toEqual([["outsideAvailability"]]);
  expect(conflictsOfFirst(planning([monday(1, "08:00", "18:00")]))).toEqual([[]]);
});

test("windows that touch are one", () => {
  const disponibilites = [
    { jour: 1, heure_debut: "08:00", heure_fin: "12:00" },
    { jour: 1, heure_debut: "12:00", heure_fin: "16:00" },
  ];
  expect(conflictsOfFirst(planning([monday(1, "11:00", "13:00")], { disponibilites }))).toEqual([[]]);
});

test("less than a quarter of an hour between two places is a conflict, at the same place it is not", () => {
  const tight = [monday(1, "09:00", "11:00"), monday(2, "11:05", "12:00")];
  expect(conflictsOfFirst(planning(tight))).toEqual([[], ["tight"]]);
  const same = [monday(1, "09:00", "11:00"), monday(2, "11:05", "12:00", { adresse_id: 1 })];
  expect(conflictsOfFirst(planning(same))).toEqual([[], []]);
});

test("an absence marks its days and the visits inside it", () => {
  const absences = [
    { debut: "2026-11-23T00:00:00+01:00", fin: "2026-11-25T00:00:00+01:00", type: "conge" as const },
  ];
  const [row] = weekRows(planning([monday(1, "09:00", "11:00")], { absences }));
  expect(row?.days.map(({ absence }) => absence)).toEqual(["conge", "conge", null, null, null, null, null]);
  expect(row?.days[0]?.visits[0]?.conflicts).toEqual(["onLeave"]);
});

test("filters keep the people asked for, accents and case ignored", () => {
  const week = planning([monday(1, "09:00", "11:00")], { prenom: "Zoé", nom: "Lefèvre" });
  expect(weekRows(week, { q: "lefev zoe" })).toHaveLength(1);
  expect(weekRows(week, { q: "martin" })).toHaveLength(0);
  expect(weekRows(week, { secteur: "Paris 11e" })).toHaveLength(0);
  expect(weekRows(week, { conflits: true })).toHaveLength(0);
  expect(sectorsOf(week)).toEqual(["Lyon 3e"]);
});

test("more hours than the contract is a conflict of the week", () => {
  const week = planning([], { heures_prevues_min: 2160 });
  expect(weekRows(week, { conflits: true })).toHaveLength(1);
});

test("visits of somebody who has left are still shown", () => {
  const gone = monday(9, "09:00", "11:00", {
    intervenant_id: 7,
    intervenant: { id: 7, prenom: "Ali", nom: "Saïd", telephone: null },
  });
  expect(weekRows(planning([gone])).map(({ person }) => person?.nom)).toEqual(["Nadia Haddad", "Ali Saïd"]);
});
