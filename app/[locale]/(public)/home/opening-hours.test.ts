import { expect, test } from "vitest";
import { openingHours } from "./opening-hours";

const open = (jours: number[], debut = "09:00", fin = "18:00") => jours.map((jour) => ({ jour, debut, fin }));
const plain = (lines: string[]) => lines.map((line) => line.replaceAll("\u200e", ""));

test("days in a row with the same hours share a line, others stand alone", () => {
  const week = [...open([1, 2, 3, 4]), ...open([5], "09:00", "17:00"), ...open([7])];
  expect(plain(openingHours(week, "fr", "FR"))).toEqual([
    "lundi – jeudi 09:00–18:00",
    "vendredi 09:00–17:00",
    "dimanche 09:00–18:00",
  ]);
});

test("an Algerian week runs from Sunday to Thursday in one line", () => {
  expect(plain(openingHours(open([1, 2, 3, 4, 7]), "fr", "DZ"))).toEqual(["dimanche – jeudi 09:00–18:00"]);
});
