import { expect, it } from "vitest";
import { readHours } from "./read-hours";

it("reads the hours in the order of their numbers, without seconds and without what is empty", () => {
  const form = new FormData();
  form.set("disponibilites.1.jour", "2");
  form.set("disponibilites.1.heure_debut", "08:00");
  form.set("disponibilites.1.heure_fin", "");
  form.set("disponibilites.0.jour", "1");
  form.set("disponibilites.0.heure_debut", "09:00:00");
  form.set("disponibilites.0.heure_fin", "12:30:00");
  form.set("disponibilites.0.au", "2026-12-31");
  form.set("autre", "x");
  expect(readHours(form)).toEqual([
    { jour: "1", heure_debut: "09:00", heure_fin: "12:30", au: "2026-12-31" },
    { jour: "2", heure_debut: "08:00" },
  ]);
});
